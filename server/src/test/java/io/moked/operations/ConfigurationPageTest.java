package io.moked.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.core.io.FileSystemResource;

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
            Pattern.compile(" *# (required: )?(.+)\\n *[a-z-]+: \\$\\{(MOKED_[A-Z0-9_]+):(.*)}\\n");
    private static final Pattern NAME = Pattern.compile("MOKED_[A-Z0-9_]+[A-Z]");

    private static final Pattern READ =
            Pattern.compile("(?:\\$\\{|Property\\(\\s*\")(moked\\.[a-z.-]+[a-z])[:}\"]");
    private static final Pattern BOUND =
            Pattern.compile("@ConfigurationProperties\\(\"(moked[a-z.-]*)\"\\)");

    /** Said by the program itself: where its data is, by commands, and by the demo. */
    private static final List<String> NOBODYS =
            List.of("moked.database.directory", "moked.database.upgrade", "moked.simulator");

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

    @Test
    void whateverTheServerReadsIsOneOfThemOrNobodysToSet() throws Exception {
        var yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new FileSystemResource(SETTINGS));
        var told =
                Objects.requireNonNull(yaml.getObject()).entrySet().stream()
                        .filter(it -> it.getValue().toString().startsWith("${MOKED_"))
                        .map(it -> it.getKey().toString())
                        .toList();
        var read = new ArrayList<String>();
        for (var file : sources()) {
            var text = Files.readString(file);
            READ.matcher(text).results().map(it -> it.group(1)).forEach(read::add);
            var bound = BOUND.matcher(text);
            if (bound.find()) {
                addComponents(bound.group(1), typeIn(file), read);
            }
        }
        assertThat(read).contains("moked.data", "moked.meta.app-secret", "moked.mail.host");
        assertThat(read).filteredOn(it -> !told.contains(it)).isSubsetOf(NOBODYS);
    }

    private static List<Path> sources() throws IOException {
        try (var files = Files.walk(SOURCES.resolve("java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static Class<?> typeIn(Path file) throws ClassNotFoundException {
        var name = SOURCES.resolve("java").relativize(file).toString();
        return Class.forName(name.replace(".java", "").replace('/', '.'));
    }

    private static void addComponents(String prefix, Class<?> type, List<String> names) {
        for (var component : type.getRecordComponents()) {
            var name = prefix + "." + DataObjectPropertyName.toDashedForm(component.getName());
            if (component.getType().isRecord()) {
                addComponents(name, component.getType(), names);
            } else {
                names.add(name);
            }
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
