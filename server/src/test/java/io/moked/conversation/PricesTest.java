package io.moked.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.GraphStub;
import io.moked.Journey;
import io.moked.Meta;
import io.moked.MokedTest;
import io.moked.database.WorkerDatabase;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** How WhatsApp charges for a message is seen with it, in whatever order it is told. */
@MokedTest
class PricesTest extends Journey {

    private static final Map<String, Object> FREE =
            Map.of(
                    "billable", false,
                    "pricing_model", "PMP",
                    "type", "free_customer_service",
                    "category", "service");
    private static final Map<String, Object> REGULAR =
            Map.of("pricing_model", "PMP", "type", "regular", "category", "utility");

    private final String phone = Meta.newPhone();

    @Test
    void whatWasToldOfTheFurthestThatItHasComeStands() {
        meta.says(business, phone, "how much is it?");
        var conversation = idOf(phone);
        var reference =
                UUID.fromString(agent.reply(conversation, "nothing").body().path("id").asString());
        await().until(() -> GraphStub.get().acceptedFor(phone).size() == 1);
        tells(reference, "delivered", null);
        awaitStatus(conversation, "delivered");
        assertThat(
                        latest(conversation).path("price").isMissingNode()
                                || latest(conversation).path("price").isNull())
                .isTrue();
        tells(reference, "sent", REGULAR);
        await().until(() -> type(conversation).equals("regular"));
        assertThat(latest(conversation).path("status").asString()).isEqualTo("delivered");
        tells(reference, "read", FREE);
        awaitStatus(conversation, "read");
        assertThat(type(conversation)).isEqualTo("free_customer_service");
        tells(reference, "sent", REGULAR);
        tells(reference, "played", null);
        awaitStatus(conversation, "played");
        var price = latest(conversation).path("price");
        assertThat(price.path("type").asString()).isEqualTo("free_customer_service");
        assertThat(price.path("category").asString()).isEqualTo("service");
        assertThat(price.path("model").asString()).isEqualTo("PMP");
        assertThat(price.path("billable").asBoolean(true)).isFalse();
    }

    /** Neither our reference nor the network's name tells the message, until the send answers. */
    @Test
    void aPriceThatIsToldBeforeItsMessageIsKnownWaitsForIt() {
        meta.says(business, phone, "how much is it?");
        var conversation = idOf(phone);
        var id = "wamid.early." + UUID.randomUUID();
        GraphStub.get()
                .next((exchange, message) -> {
                    tellsEarly(id, "delivered", null);
                    tellsEarly(id, "sent", REGULAR);
                    await().until(() -> waiting(id) == 2);
                    GraphStub.get()
                            .answer(200, "{\"messages\":[{\"id\":\"" + id + "\"}]}")
                            .to(exchange, message);
                });
        agent.reply(conversation, "quick");
        awaitStatus(conversation, "delivered");
        var price = latest(conversation).path("price");
        assertThat(price.path("type").asString()).isEqualTo("regular");
        assertThat(price.path("category").asString()).isEqualTo("utility");
        assertThat(price.path("model").asString()).isEqualTo("PMP");
        assertThat(waiting(id)).isZero();
    }

    private void tellsEarly(String id, String status, Map<String, Object> pricing) {
        var told = new HashMap<>(Meta.status(id, status, UUID.randomUUID()));
        told.remove("biz_opaque_callback_data");
        if (pricing != null) {
            told.put("pricing", pricing);
        }
        meta.tells(business, told);
    }

    private int waiting(String id) {
        return server.getBean(WorkerDatabase.class)
                .jdbc()
                .sql("select count(*) from conversation.parked_receipt where external_id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    private void tells(UUID reference, String status, Map<String, Object> pricing) {
        var told = new HashMap<>(Meta.status("wamid.of." + reference, status, reference));
        if (pricing != null) {
            told.put("pricing", pricing);
        }
        meta.tells(business, told);
    }

    private void awaitStatus(String conversation, String status) {
        await().until(() -> latest(conversation).path("status").asString().equals(status));
    }

    private String type(String conversation) {
        return latest(conversation).path("price").path("type").asString("");
    }

    private JsonNode latest(String conversation) {
        return agent.items("/conversations/" + conversation + "/messages").getFirst();
    }
}
