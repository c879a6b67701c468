package io.moked;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** SQL is written down, never put together but of constants; and a room's SQL stays in the room. */
class SqlTest {

    /** Ways to a statement beside {@code JdbcClient.sql}. */
    private static final Set<String> SIDE_WAYS =
            Set.of(
                    "prepareStatement",
                    "prepareCall",
                    "createStatement",
                    "nativeSQL",
                    "JdbcTemplate");

    /** Whose first argument is SQL, or names a table. */
    private static final Set<String> DOORS = Set.of("sql", "copyInto");

    /** Makes roles and databases, whose names no statement takes as a parameter. */
    private static final String PROVISIONING = "Provisioning.java";

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    /** A statement, and the room it is written in. */
    private record Statement(String place, String room, @Nullable String text) {}

    @Test
    void everyStatementIsAConstant() {
        assertThat(statements().filter(it -> it.text() == null).map(Statement::place)).isEmpty();
    }

    @Test
    void nothingGoesPastTheClient() {
        var others =
                Sources.parsed(Sources.MAIN).files().stream()
                        .filter(it -> !it.getSourceFile().getName().endsWith(PROVISIONING))
                        .filter(it -> SIDE_WAYS.stream().anyMatch(it.toString()::contains))
                        .map(it -> it.getSourceFile().getName());
        assertThat(others).isEmpty();
    }

    @Test
    void aRoomTouchesItsOwnTablesOnly() {
        var migrations =
                Sources.files(MIGRATIONS, ".sql")
                        .map(file ->
                                new Statement(
                                        file.getFileName().toString(),
                                        MIGRATIONS.relativize(file).getName(0).toString(),
                                        Sources.text(file).replaceAll("--.*", "")));
        var strangers =
                Stream.concat(statements(), migrations)
                        .filter(it -> it.text() != null)
                        .flatMap(SqlTest::strangers);
        assertThat(strangers).isEmpty();
    }

    /**
     * Behind the tenant wall the planner takes {@code coalesce} for leaky, uses no index for what
     * is compared with it, and reads a whole tenant; {@code case} it trusts.
     */
    @Test
    void noJoinIsBlindBehindTheWall() {
        var blind =
                Pattern.compile("\\b(on|where|and|or)\\s+[\\w.]+\\s*=\\s*coalesce\\(\\s*\\w+\\.");
        var joins =
                statements()
                        .filter(it -> blind.matcher(String.valueOf(it.text())).find())
                        .map(Statement::place);
        assertThat(joins).isEmpty();
    }

    /** Functions of {@code tenancy} are everybody's; its tables are not. */
    private static Stream<String> strangers(Statement statement) {
        return Pattern.compile("\\b(" + rooms() + ")\\.\\w+(\\()?")
                .matcher(String.valueOf(statement.text()))
                .results()
                .filter(it -> !it.group(1).equals(statement.room()))
                .filter(it -> !(it.group(1).equals("tenancy") && it.group(2) != null))
                .map(it -> statement.place() + " names " + it.group());
    }

    private static String rooms() {
        return Stream.of(MIGRATIONS.toFile().list()).collect(Collectors.joining("|"));
    }

    private static Stream<Statement> statements() {
        var sources = Sources.parsed(Sources.MAIN);
        return sources.files().stream().flatMap(file -> statements(sources, file).stream());
    }

    private static List<Statement> statements(Sources sources, CompilationUnitTree file) {
        var found = new ArrayList<Statement>();
        var constants = constants(file);
        file.accept(
                new TreeScanner<Void, Void>() {
                    @Override
                    public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
                        if (call.getMethodSelect() instanceof MemberSelectTree method
                                && DOORS.contains(method.getIdentifier().toString())) {
                            var text = text(call.getArguments().getFirst(), constants);
                            found.add(
                                    new Statement(
                                            sources.place(file, call), Sources.room(file), text));
                        }
                        return super.visitMethodInvocation(call, none);
                    }
                },
                null);
        return found;
    }

    private static Map<String, ExpressionTree> constants(CompilationUnitTree file) {
        var constants = new HashMap<String, ExpressionTree>();
        file.accept(
                new TreeScanner<Void, Void>() {
                    @Override
                    public Void visitVariable(VariableTree variable, Void none) {
                        if (variable.getModifiers().toString().contains("static final")) {
                            constants.put(variable.getName().toString(), variable.getInitializer());
                        }
                        return super.visitVariable(variable, none);
                    }
                },
                null);
        return constants;
    }

    private static @Nullable String text(
            ExpressionTree statement, Map<String, ExpressionTree> constants) {
        var written =
                statement instanceof IdentifierTree name
                        ? constants.get(name.getName().toString())
                        : statement;
        if (written instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
            var before = text(sum.getLeftOperand(), constants);
            var after = text(sum.getRightOperand(), constants);
            return before == null || after == null ? null : before + after;
        }
        return written instanceof LiteralTree literal ? String.valueOf(literal.getValue()) : null;
    }
}
