package io.moked;

import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * Tells the description of the API which fields are always there, which records know by their
 * types.
 */
final class RecordNullness {

    private RecordNullness() {}

    @SuppressWarnings("rawtypes")
    static void tell(Map<String, Schema> schemas) {
        var records = records();
        schemas.forEach((name, schema) -> {
            if (schema.getProperties() != null) {
                records.getOrDefault(name.startsWith("Slice") ? "Slice" : name, Set.of()).stream()
                        .filter(type -> fields(type).containsAll(schema.getProperties().keySet()))
                        .forEach(type -> tell((Schema<?>) schema, type));
            }
        });
    }

    /** By name; rooms that know nothing of each other may use the same. */
    private static Map<String, Set<Class<?>>> records() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Record.class));
        var records = new HashMap<String, Set<Class<?>>>();
        for (var found : scanner.findCandidateComponents("io.moked")) {
            var type = ClassUtils.resolveClassName(found.getBeanClassName(), null);
            records.computeIfAbsent(type.getSimpleName(), it -> new HashSet<>()).add(type);
        }
        return records;
    }

    private static Set<String> fields(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
    }

    private static void tell(Schema<?> schema, Class<?> type) {
        for (var component : type.getRecordComponents()) {
            var name = component.getName();
            var property = (Schema<?>) schema.getProperties().get(name);
            if (property != null && isNullable(component)) {
                schema.addProperty(name, orNull(property));
            } else if (property != null) {
                schema.addRequiredItem(name);
            }
        }
    }

    private static boolean isNullable(RecordComponent component) {
        return Arrays.stream(component.getAnnotatedType().getAnnotations())
                .anyMatch(annotation -> annotation.annotationType() == Nullable.class);
    }

    private static Schema<?> orNull(Schema<?> property) {
        if (property.get$ref() != null) {
            var none = new Schema<>();
            none.setTypes(Set.of("null"));
            return new Schema<>().addOneOfItem(property).addOneOfItem(none);
        }
        var types = new TreeSet<>(property.getTypes());
        types.add("null");
        property.setTypes(types);
        return property;
    }
}
