package io.moked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreeScanner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything stays small enough to be read at one sitting. */
class SizeTest {

    private static final int MOST_LINES_OF_A_METHOD = 40;
    private static final int MOST_COLLABORATORS = 8;
    private static final long MOST_FILES_OF_A_PACKAGE = 30;

    static Stream<Arguments> filesHaveAnEnd() {
        return Stream.of(
                arguments(Path.of("src"), List.of(".java"), 250),
                arguments(Path.of("../simulator/src"), List.of(".java"), 250),
                arguments(Path.of("../console/src"), List.of(".ts", ".tsx"), 300));
    }

    @ParameterizedTest
    @MethodSource
    void filesHaveAnEnd(Path root, List<String> endings, long most) {
        var tooLong =
                Sources.files(root, endings.toArray(String[]::new))
                        // The console's types of the API are made, not written.
                        .filter(file -> !file.endsWith("schema.d.ts"))
                        .filter(file -> Sources.text(file).lines().count() > most);
        assertThat(tooLong).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"src/main/java", "src/test/java"})
    void methodsHaveAnEnd(Path root) {
        var sources = Sources.parsed(root);
        var tooLong =
                methods(
                        sources,
                        (file, method) -> sources.lines(file, method) > MOST_LINES_OF_A_METHOD);
        assertThat(tooLong).isEmpty();
    }

    @Test
    void nobodyNeedsManyOthers() {
        var greedy =
                methods(
                        Sources.parsed(Sources.MAIN),
                        (file, method) ->
                                method.getName().contentEquals("<init>")
                                        && method.getParameters().size() > MOST_COLLABORATORS);
        assertThat(greedy).isEmpty();
    }

    @Test
    void packagesFitOnAPage() {
        Map<Path, Long> sizes =
                Sources.files(Path.of("src"), ".java")
                        .collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
        assertThat(sizes)
                .allSatisfy((place, size) ->
                        assertThat(size).isLessThanOrEqualTo(MOST_FILES_OF_A_PACKAGE));
    }

    private static List<String> methods(
            Sources sources, BiPredicate<CompilationUnitTree, MethodTree> unwelcome) {
        var found = new ArrayList<String>();
        for (var file : sources.files()) {
            file.accept(
                    new TreeScanner<Void, Void>() {
                        @Override
                        public Void visitMethod(MethodTree method, Void none) {
                            if (unwelcome.test(file, method)) {
                                found.add(sources.place(file, method) + " " + method.getName());
                            }
                            return super.visitMethod(method, none);
                        }
                    },
                    null);
        }
        return found;
    }
}
