package org.umbral;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/**
 * Classes that break a rule on purpose, compiled beside the project and never into it.
 *
 * @param classes where the compiled classes are
 * @param errors what the compiler refused; empty where it compiled
 */
record Planted(Path classes, List<String> errors) {
    /** Compiles the sources, given as name and text in turn, with the options; nothing of ours is on the way unless an option says so. */
    static Planted compile(Path root, List<String> options, String... namesAndTexts) throws IOException {
        Path classes = Files.createDirectories(root.resolve("classes"));
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            Path file = root.resolve("src/" + namesAndTexts[i].replace('.', '/') + ".java");
            Files.createDirectories(file.getParent());
            files.add(Files.writeString(file, namesAndTexts[i + 1]));
        }
        List<String> all = new ArrayList<>(List.of("-proc:none", "-d", classes.toString()));
        all.addAll(options);
        DiagnosticCollector<JavaFileObject> told = new DiagnosticCollector<>();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(told, Locale.ROOT, null)) {
            compiler.getTask(null, manager, told, all, null, manager.getJavaFileObjectsFromPaths(files))
                    .call();
        }
        return new Planted(
                classes,
                told.getDiagnostics().stream()
                        .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
                        .map(d -> d.getMessage(Locale.ROOT))
                        .toList());
    }
}
