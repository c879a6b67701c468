package io.moked;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.tools.ToolProvider;

/** Source code as it is written, for rules about what the compiler forgets. */
final class Sources {

    static final Path MAIN = Path.of("src/main/java");

    private final SourcePositions positions;
    private final List<CompilationUnitTree> files;

    private Sources(SourcePositions positions, List<CompilationUnitTree> files) {
        this.positions = positions;
        this.files = files;
    }

    static Sources parsed(Path root) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
            var paths = files(root, ".java").toList();
            var task =
                    (JavacTask)
                            compiler.getTask(
                                    null,
                                    manager,
                                    null,
                                    List.of("-proc:none"),
                                    null,
                                    manager.getJavaFileObjectsFromPaths(paths));
            var trees = StreamSupport.stream(task.parse().spliterator(), false);
            return new Sources(
                    Trees.instance(task).getSourcePositions(),
                    trees.<CompilationUnitTree>map(it -> it).toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    List<CompilationUnitTree> files() {
        return files;
    }

    /** How many lines a part of a file takes. */
    long lines(CompilationUnitTree file, Tree part) {
        var lines = file.getLineMap();
        return lines.getLineNumber(positions.getEndPosition(file, part))
                - lines.getLineNumber(positions.getStartPosition(file, part))
                + 1;
    }

    /** Where to look, the way an editor takes it. */
    String place(CompilationUnitTree file, Tree part) {
        var line = file.getLineMap().getLineNumber(positions.getStartPosition(file, part));
        return Path.of(file.getSourceFile().getName()).getFileName() + ":" + line;
    }

    /** The room a file belongs to; empty for the command line, which is in none. */
    static String room(CompilationUnitTree file) {
        ExpressionTree name = file.getPackageName();
        var words = name.toString().split("\\.");
        return words.length < 3 ? "" : words[2];
    }

    static Stream<Path> files(Path root, String... endings) {
        try (var found = Files.walk(root)) {
            return found
                    .filter(Files::isRegularFile)
                    .filter(it -> Stream.of(endings).anyMatch(it.toString()::endsWith))
                    .filter(it -> !it.toString().contains("node_modules"))
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
