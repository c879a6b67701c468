package io.moked;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The table of rooms in ARCHITECTURE.md is the plan, and the code is built to it. */
@TestInstance(Lifecycle.PER_CLASS)
class RoomsTest {

    private static final Pattern LINE =
            Pattern.compile("(?m)^\\| (\\d+) \\| `(\\w+)` \\| (.+?) \\| (.+?) \\|$");

    private final ApplicationModules built =
            ApplicationModules.of(MokedApplication.class, ArchitectureTest.MADE_BY_THE_BUILD);

    private final Map<String, Room> planned = plan();

    private record Room(int row, String sentence, Set<String> uses) {}

    @Test
    void verifies() {
        built.verify();
    }

    @Test
    void everyRoomIsInThePlan() {
        assertThat(names()).containsExactlyInAnyOrderElementsOf(planned.keySet());
    }

    @Test
    void everyRoomSaysTheSentenceOfThePlan() {
        assertThat(planned)
                .allSatisfy((name, room) -> assertThat(sentence(name)).isEqualTo(room.sentence()));
    }

    @Test
    void oneSentenceIsEnough() {
        assertThat(planned.values())
                .allSatisfy(room -> assertThat(room.sentence()).matches("[^.]+\\."));
    }

    @Test
    void everyRoomMayUseWhatThePlanSays() {
        assertThat(planned)
                .allSatisfy((name, room) -> assertThat(allowed(name)).isEqualTo(room.uses()));
    }

    @Test
    void arrowsPointDown() {
        var upward =
                planned.entrySet().stream()
                        .flatMap(it ->
                                it.getValue().uses().stream()
                                        .filter(used ->
                                                planned.get(used).row() >= it.getValue().row())
                                        .map(used -> it.getKey() + " -> " + used));
        assertThat(upward).isEmpty();
    }

    @Test
    void noArrowIsThereForNothing() {
        assertThat(planned)
                .allSatisfy((name, room) -> assertThat(used(name)).isEqualTo(room.uses()));
    }

    private static Map<String, Room> plan() {
        return LINE.matcher(Sources.text(Path.of("../ARCHITECTURE.md")))
                .results()
                .collect(
                        Collectors.toMap(
                                it -> it.group(2),
                                it ->
                                        new Room(
                                                Integer.parseInt(it.group(1)),
                                                it.group(3),
                                                words(it.group(4)))));
    }

    private static Set<String> words(String list) {
        return Stream.of(list.split(", "))
                .filter(it -> !it.equals("–"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<String> names() {
        return built.stream().map(it -> it.getIdentifier().toString()).toList();
    }

    private static String sentence(String room) {
        var text = Sources.text(Sources.MAIN.resolve("io/moked/" + room + "/package-info.java"));
        return text.substring(text.indexOf("/**") + 3, text.indexOf("*/"))
                .replaceAll("\\s+\\*?\\s*", " ")
                .strip();
    }

    private static Set<String> allowed(String room) {
        try {
            var info = Class.forName("io.moked." + room + ".package-info");
            return new TreeSet<>(
                    Set.of(info.getAnnotation(ApplicationModule.class).allowedDependencies()));
        } catch (ClassNotFoundException missing) {
            throw new AssertionError(room + " has no package-info", missing);
        }
    }

    private Set<String> used(String room) {
        return built.getModuleByName(room)
                .orElseThrow()
                .getDirectDependencies(built)
                .uniqueModules()
                .map(it -> it.getIdentifier().toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
