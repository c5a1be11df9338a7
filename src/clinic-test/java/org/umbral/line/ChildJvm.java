package org.umbral.line;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.OSInfo;
import org.umbral.testing.ClassPath;

/**
 * Processes of our own classes that start fast: the first life of a kind ends by itself and leaves its loaded classes in
 * an archive, which the others map. Archives hold classes out of jars only, so folders of classes are put into one.
 */
final class ChildJvm {

    private static final String SQLITE = System.mapLibraryName("sqlitejdbc");

    private final Path folder;
    private final String classpath;

    private ChildJvm(Path folder, String classpath) {
        this.folder = folder;
        this.classpath = classpath;
    }

    /** @param folder where jars and archives may lie */
    static ChildJvm in(Path folder) throws IOException {
        Files.createDirectories(folder);
        List<String> parts = new ArrayList<>();
        for (String part : ClassPath.own().split(File.pathSeparator)) {
            Path path = Path.of(part);
            parts.add(Files.isDirectory(path) ? packed(path, folder.resolve(parts.size() + ".jar")) : part);
        }
        unpackSqlite(folder);
        return new ChildJvm(folder, String.join(File.pathSeparator, parts));
    }

    /** Once for all: a process that is killed leaves what it unpacked for itself. */
    private static void unpackSqlite(Path folder) throws IOException {
        String os = OSInfo.getNativeLibFolderPathForCurrentOS();
        try (InputStream library =
                SQLiteJDBCLoader.class.getResourceAsStream("/org/sqlite/native/" + os + "/" + SQLITE)) {
            Files.copy(Objects.requireNonNull(library), folder.resolve(SQLITE), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String packed(Path classes, Path jar) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out);
                Stream<Path> all = Files.walk(classes)) {
            zip.setLevel(ZipOutputStream.STORED);
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                zip.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
        return jar.toString();
    }

    /** A life whose classes are kept for {@link #start}; it has to end by itself. */
    Process startFirst(Class<?> main, String... args) throws IOException {
        return run(List.of("-XX:ArchiveClassesAtExit=" + archive(main)), main, args);
    }

    Process start(Class<?> main, String... args) throws IOException {
        Path archive = archive(main);
        return run(Files.exists(archive) ? List.of("-XX:SharedArchiveFile=" + archive) : List.of(), main, args);
    }

    private Path archive(Class<?> main) {
        return folder.resolve(main.getSimpleName() + ".jsa");
    }

    private Process run(List<String> more, Class<?> main, String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-Xlog:cds=off",
                "-Xlog:cds+dynamic=off",
                "-Djava.io.tmpdir=" + folder,
                "-Djava.awt.headless=true",
                "-Dorg.sqlite.lib.path=" + folder,
                "-Dorg.sqlite.lib.name=" + SQLITE,
                "-Dslf4j.internal.verbosity=ERROR"));
        command.addAll(more);
        command.addAll(List.of("-cp", classpath, main.getName()));
        command.addAll(List.of(args));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
