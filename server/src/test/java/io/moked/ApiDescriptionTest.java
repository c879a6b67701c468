package io.moked;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.moked.access.SignedIn;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The description of the API that ships with the server is the one the code tells. To bring it up to
 * date: {@code ./mvnw test -pl server -Dtest=ApiDescriptionTest -Dmoked.write=true}.
 */
@MokedTest(properties = "springdoc.api-docs.enabled=true")
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
            var answer = http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
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
                    .info(new Info().title("Moked").version("v1").description("A multi-tenant WhatsApp contact center."))
                    .servers(List.of(new Server().url("/")));
        }

        @Bean
        OpenApiCustomizer everywhere() {
            return api -> {
                api.getComponents()
                        .addSecuritySchemes("token", new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"))
                        .addSchemas("Problem", problem());
                api.addSecurityItem(new SecurityRequirement().addList("token"));
                api.getPaths().keySet().removeIf(path -> !path.startsWith("/api/"));
            };
        }

        private static Schema<?> problem() {
            return new Schema<>()
                    .type("object")
                    .description("Why a request was declined or failed (RFC 9457).")
                    .addProperty("status", new Schema<>().type("integer"))
                    .addProperty("code", new Schema<>().type("string").description("Stable, for programs."))
                    .addProperty("title", new Schema<>().type("string"))
                    .addProperty("detail", new Schema<>().type("string").description("For people, in their language."))
                    .required(List.of("status", "code", "detail"));
        }

        @Bean
        ModelConverter nullness() {
            return new NullnessOfRecords();
        }
    }

    /** Components of records are there unless they are marked as nullable. */
    private static final class NullnessOfRecords implements ModelConverter {

        @Override
        public Schema<?> resolve(
                AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
            if (!chain.hasNext()) {
                return null;
            }
            var schema = chain.next().resolve(type, context, chain);
            var raw = Json.mapper().constructType(type.getType());
            if (schema != null && raw != null && raw.getRawClass().isRecord()) {
                var model =
                        schema.get$ref() == null
                                ? schema
                                : context.getDefinedModels().get(schema.get$ref().replaceAll(".*/", ""));
                if (model != null && model.getProperties() != null) {
                    mark(model, raw.getRawClass());
                }
            }
            return schema;
        }

        private static void mark(Schema<?> model, Class<?> type) {
            for (var component : type.getRecordComponents()) {
                var property = (Schema<?>) model.getProperties().get(component.getName());
                if (property != null && isNullable(component)) {
                    allowNull(model, component.getName(), property);
                } else if (property != null) {
                    require(model, component.getName());
                }
            }
        }

        private static void require(Schema<?> model, String name) {
            if (model.getRequired() == null || !model.getRequired().contains(name)) {
                model.addRequiredItem(name);
            }
        }

        private static boolean isNullable(RecordComponent component) {
            return Arrays.stream(component.getAnnotatedType().getAnnotations())
                    .anyMatch(annotation -> annotation.annotationType() == Nullable.class);
        }

        private static void allowNull(Schema<?> model, String name, Schema<?> property) {
            if (property.get$ref() == null) {
                var types = property.getTypes() == null ? Set.of("object") : property.getTypes();
                var both = new java.util.TreeSet<>(types);
                both.add("null");
                property.setTypes(both);
            } else {
                var either = new Schema<>();
                either.addOneOfItem(new Schema<>().$ref(property.get$ref()));
                var none = new Schema<>();
                none.setTypes(Set.of("null"));
                either.addOneOfItem(none);
                model.addProperty(name, either);
            }
        }
    }
}
