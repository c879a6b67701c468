package io.moked.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.Meta;
import io.moked.MokedTest;
import io.moked.tenancy.TenantScope;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** How fast and to how many a number may send is asked for once Meta says that it has changed. */
@MokedTest
class StandingsTest extends ConnectedNumber {

    @Test
    void newsOfTheQualityHaveThroughputAndLimitAskedFor() {
        graph.tell(
                "GET " + number + "?fields=whatsapp_business_manager_messaging_limit",
                "{\"whatsapp_business_manager_messaging_limit\": \"TIER_10K\"}");
        graph.tell("GET " + number, number(", \"throughput\": {\"level\": \"HIGH\"}"));
        assertThat(perSecond()).isEqualTo(80);
        var news = Map.of("display_phone_number", "15550100001", "event", "THROUGHPUT_UPGRADE");
        var body =
                Meta.body(List.of(Map.of("field", "phone_number_quality_update", "value", news)));
        var ofAccount =
                new String(body, StandardCharsets.UTF_8)
                        .replace("\"id\":\"1\"", "\"id\":\"" + account + "\"");
        assertThat(meta.post(ofAccount.getBytes(StandardCharsets.UTF_8))).isEqualTo(200);
        await().until(() -> perSecond() == 1_000);
        await().until(() -> told().contains("TIER_10K"));
    }

    private int perSecond() {
        return TenantScope.call(
                business.tenant().id(),
                () ->
                        server.getBean(TransactionTemplate.class)
                                .execute(tx ->
                                        server.getBean(JdbcClient.class)
                                                .sql(
                                                        "select per_second from sending.number_pace where channel_id = :id")
                                                .param("id", UUID.fromString(channel))
                                                .query(Integer.class)
                                                .single()));
    }

    private List<String> told() {
        return administrator.items("/channels/" + channel + "/news").stream()
                .map(it -> it.path("event").asString())
                .toList();
    }
}
