package io.moked;

import static org.assertj.core.api.Assertions.assertThat;

import io.moked.access.SignedIn;
import io.moked.journal.Kinds;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The description of the API that ships with the server is the one the code tells. To bring it up
 * to date: {@code ./mvnw test -pl server -Dtest=ApiDescriptionTest -Dmoked.write=true}.
 */
@MokedTest(
        properties = {
            "springdoc.api-docs.enabled=true",
            "springdoc.default-produces-media-type=application/json"
        })
@Import(ApiDescriptionTest.Description.class)
class ApiDescriptionTest {

    private static final Path SHIPPED = Path.of("src/main/resources/openapi/openapi.json");

    @LocalServerPort int port;

    @Test
    void theShippedDescriptionIsWhatTheCodeTells() throws Exception {
        var told = describe();
        if (Boolean.getBoolean("moked.write")) {
            Files.createDirectories(SHIPPED.getParent());
            Files.writeString(SHIPPED, told);
        }
        assertThat(told).isEqualTo(Files.readString(SHIPPED));
    }

    private String describe() throws IOException, InterruptedException {
        var address = URI.create("http://localhost:" + port + "/v3/api-docs");
        try (var http = HttpClient.newHttpClient()) {
            var answer =
                    http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
            var json =
                    JsonMapper.builder()
                            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                            .enable(SerializationFeature.INDENT_OUTPUT)
                            .build();
            return json.writeValueAsString(json.readValue(answer.body(), Object.class)) + "\n";
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Description {

        static {
            SpringDocUtils.getConfig().addRequestWrapperToIgnore(SignedIn.class);
        }

        @Bean
        OpenAPI api() {
            return new OpenAPI()
                    .info(
                            new Info()
                                    .title("Moked")
                                    .version("v1")
                                    .description("A multi-tenant WhatsApp contact center."))
                    .servers(List.of(new Server().url("/")));
        }

        @Bean
        OpenApiCustomizer whatTheFrameworkCannotTell() {
            return api -> {
                api.getPaths().keySet().removeIf(path -> !path.startsWith("/api/"));
                RecordNullness.tell(api.getComponents().getSchemas());
                api.getComponents().getSchemas().values().forEach(Description::complete);
                tellKinds(api.getComponents().getSchemas().get("AuditEntry"));
                api.getComponents()
                        .addSecuritySchemes(
                                "token",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer"))
                        .addSchemas("Problem", problem());
                api.addSecurityItem(new SecurityRequirement().addList("token"));
                api.getTags().forEach(Description::complete);
                api.getTags().sort(Comparator.comparing(Tag::getName));
                api.getPaths().values().stream()
                        .flatMap(path -> path.readOperations().stream())
                        .forEach(Description::complete);
            };
        }

        /** A console that knows them all has words for them all. */
        @SuppressWarnings("unchecked")
        private static void tellKinds(Schema<?> entry) {
            var action = (Schema<String>) entry.getProperties().get("action");
            action.setEnum(Kinds.ALL.stream().sorted().toList());
        }

        private static void complete(Tag tag) {
            tag.setName(subject(tag.getName()));
            tag.setDescription(plain(tag.getDescription()));
        }

        /** Readers look for a subject; the class behind it is nothing to them. */
        private static String subject(String tag) {
            var words = tag.replaceFirst("-controller$", "").replace('-', ' ');
            return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        }

        private static void complete(Operation operation) {
            operation.setTags(operation.getTags().stream().map(Description::subject).toList());
            operation.setDescription(plain(operation.getDescription()));
            operation.setSummary(plain(operation.getSummary()));
            operation.getResponses().addApiResponse("default", declined());
            if (operation.getParameters() != null) {
                operation
                        .getParameters()
                        .forEach(it -> it.setDescription(plain(it.getDescription())));
            }
        }

        private static void complete(Schema<?> schema) {
            schema.setDescription(plain(schema.getDescription()));
            if (schema.getProperties() != null) {
                schema.getProperties().values().forEach(Description::complete);
            }
        }

        private static String plain(String words) {
            return words == null
                    ? null
                    : words.replaceAll("<code>\\s*|</code>", "`").replaceAll("\\s+", " ").strip();
        }

        private static ApiResponse declined() {
            var schema = new Schema<>().$ref("#/components/schemas/Problem");
            return new ApiResponse()
                    .description("Declined or failed, see `code`.")
                    .content(
                            new Content()
                                    .addMediaType(
                                            "application/problem+json",
                                            new MediaType().schema(schema)));
        }

        private static Schema<?> problem() {
            return new Schema<>()
                    .type("object")
                    .description("Why a request was declined or failed (RFC 9457).")
                    .addProperty("status", new Schema<>().type("integer"))
                    .addProperty(
                            "code",
                            new Schema<>().type("string").description("Stable, for programs."))
                    .addProperty("title", new Schema<>().type("string"))
                    .addProperty(
                            "detail",
                            new Schema<>()
                                    .type("string")
                                    .description("For people, in their language."))
                    .required(List.of("status", "code", "detail"));
        }
    }
}
