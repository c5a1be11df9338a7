package org.umbral.testing;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a process of our own needs to find the same classes. */
public final class ClassPath {
    private ClassPath() {}

    /** Maven runs a benchmark in its own process, behind a loader of its own, and tests behind a jar that only names others. */
    public static String own() {
        if (ClassPath.class.getClassLoader() instanceof URLClassLoader loader) {
            return Stream.of(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(":"));
        }
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
