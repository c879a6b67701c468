package io.moked.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The operator's page of settings is what {@code application.yaml} says of them. To bring it up to
 * date: {@code ./mvnw test -pl server -Dtest=ConfigurationPageTest -Dmoked.write=true}.
 */
class ConfigurationPageTest {

    private static final Path PAGE = Path.of("../docs/operations/configuration.md");
    private static final Path SETTINGS = Path.of("src/main/resources/application.yaml");
    private static final Path SOURCES = Path.of("src/main");
    private static final String BEGIN = "<!-- settings -->\n";
    private static final String END = "<!-- end of settings -->\n";

    private static final Pattern SETTING =
            Pattern.compile(" *# (required: )?(.+)\\n *[a-z-]+: \\$\\{(MOKED_[A-Z_]+):(.*)}\\n");
    private static final Pattern NAME = Pattern.compile("MOKED_[A-Z_]+[A-Z]");

    private record Setting(String name, String standard, String meaning) {

        String line() {
            return "| `%s` | %s | %s |\n".formatted(name, standard, meaning);
        }
    }

    @Test
    void thePageTellsWhatTheSettingsFileSays() throws IOException {
        var page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        int end = page.indexOf(END);
        var table = new StringBuilder("\n| environment | default | |\n|---|---|---|\n");
        settings().forEach(setting -> table.append(setting.line()));
        var wanted = page.substring(0, begin) + table + "\n" + page.substring(end);
        if (Boolean.getBoolean("moked.write")) {
            Files.writeString(PAGE, wanted);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(wanted);
    }

    @Test
    void everyNameOfASettingThatTheServerKnowsIsOneOfThem() throws IOException {
        var told = settings().stream().map(Setting::name).toList();
        try (var files = Files.walk(SOURCES)) {
            var known =
                    files.filter(file -> file.toString().matches(".*\\.(java|yaml|properties)"))
                            .flatMap(ConfigurationPageTest::names)
                            .distinct()
                            .toList();
            assertThat(known).isNotEmpty().isSubsetOf(told);
        }
    }

    private static List<Setting> settings() throws IOException {
        return SETTING.matcher(Files.readString(SETTINGS))
                .results()
                .map(found ->
                        new Setting(
                                found.group(3),
                                standard(found.group(1) != null, found.group(4)),
                                found.group(2)))
                .toList();
    }

    private static String standard(boolean required, String value) {
        if (required) {
            return "**required**";
        }
        return value.isEmpty() ? "none" : "`" + value + "`";
    }

    private static Stream<String> names(Path file) {
        try {
            return NAME.matcher(Files.readString(file)).results().map(it -> it.group());
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
