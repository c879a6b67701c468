package io.moked.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.moked.Meta;
import io.moked.whatsapp.DeliveryStore.Delivery;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What is set aside by itself holds nothing of those it came with. */
class AloneTest {

    private final DeliveryReader reader = new DeliveryReader(new JsonMapper());

    @Test
    void onlyWhoeverTheMessageIsOfComesAlongWithIt() throws Exception {
        var value =
                Map.of(
                        "metadata",
                        Map.of("phone_number_id", "1"),
                        "contacts",
                        List.of(
                                Map.of("wa_id", "972501230001", "profile", Map.of("name", "Dana")),
                                Map.of("user_id", "IL.2", "profile", Map.of("name", "Ravi"))),
                        "messages",
                        List.of(
                                Map.of("id", "a", "from", "972501230001"),
                                Map.of("id", "b", "from_user_id", "IL.2")));
        var body = Meta.body(List.of(Map.of("field", "messages", "value", value)));
        var items = reader.read(new Delivery(1, 0, 0, Instant.EPOCH, body, null)).items();
        assertThat(alone(items.getFirst())).contains("Dana").doesNotContain("Ravi", "IL.2");
        assertThat(alone(items.getLast())).contains("Ravi").doesNotContain("Dana", "97250");
    }

    private String alone(Item item) {
        return new String(reader.alone(item), StandardCharsets.UTF_8);
    }
}
