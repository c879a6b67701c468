package io.moked.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.Api;
import io.moked.Business;
import io.moked.GraphStub;
import io.moked.Journey;
import io.moked.Meta;
import io.moked.MokedTest;
import io.moked.channel.Channels;
import io.moked.database.WorkerDatabase;
import io.moked.tenancy.TenantScope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One business hears a story as it happened, another one hears the same in any order, in any parts
 * and three times: in the end both know the same. Its seed is told where it fails.
 */
@MokedTest
class RetoldTest extends Journey {

    private static final JsonMapper JSON = new JsonMapper();
    private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 1, 2, 3};
    private static final String ID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    /** What depends on when somebody heard of it, or when its turn came. */
    private static final List<String> OF_ITS_OWN = List.of("waitingSince", "openedAt", "examined");

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);
    private final Story story = new Story(random);

    /** A business with an account of two numbers. */
    private record Listener(
            Business business,
            Story.Hearer hearer,
            List<String> channels,
            Api agent,
            Api administrator) {}

    @RepeatedTest(4)
    void whateverTheOrderAllKnowTheSameInTheEnd() {
        story.files.forEach(it -> GraphStub.get().keep(it, PICTURE));
        var one = listener();
        for (var told : story.told()) {
            deliver(one, List.of(told));
        }
        var other = listener();
        for (int times = 0; times < 3; times++) {
            var shuffled = new ArrayList<>(story.told());
            Collections.shuffle(shuffled, random);
            for (int from = 0; from < shuffled.size(); ) {
                int to = Math.min(shuffled.size(), from + random.nextInt(1, 8));
                deliver(other, shuffled.subList(from, to));
                from = to;
                if (random.nextInt(6) == 0) {
                    await().until(this::areAllDeliveriesRead);
                }
            }
        }
        await().atMost(Duration.ofMinutes(1))
                .until(() -> areAllDeliveriesRead() && isAllFetched(one) && isAllFetched(other));
        var known = known(other);
        assertThat(known).as("seed %d", seed).hasSizeGreaterThan(40);
        known(one)
                .forEach((what, told) ->
                        assertThat(known.get(what)).as("seed %d: %s", seed, what).isEqualTo(told));
    }

    private Listener listener() {
        var business = Business.create(server);
        var account = Meta.newPhone();
        var numbers = List.of(Meta.newPhone(), Meta.newPhone());
        var channels = new ArrayList<String>();
        for (var number : numbers) {
            var wanted =
                    new Channels.NewChannel(
                            "Shop " + numbers.indexOf(number),
                            number,
                            "+1 555 0100",
                            "token",
                            account);
            channels.add(
                    TenantScope.call(
                                    business.tenant().id(),
                                    () -> server.getBean(Channels.class).connect(wanted))
                            .id()
                            .value()
                            .toString());
        }
        return new Listener(
                business,
                new Story.Hearer(account, numbers),
                channels,
                Api.of(port, business.agent()),
                Api.of(port, business.administrator()));
    }

    private void deliver(Listener listener, List<Story.Told> told) {
        var entries = told.stream().map(it -> it.apply(listener.hearer())).toList();
        var body = Map.of("object", "whatsapp_business_account", "entry", entries);
        assertThat(meta.post(JSON.writeValueAsBytes(body))).isEqualTo(200);
    }

    private boolean areAllDeliveriesRead() {
        return worker().sql("select count(*) from whatsapp.delivery").query(Integer.class).single()
                == 0;
    }

    /** What others wait for may come much later. */
    private boolean isAllFetched(Listener listener) {
        return worker().sql("select count(*) from whatsapp.media_fetch where tenant_id = :tenant")
                        .param("tenant", listener.business().tenant().id().value())
                        .query(Integer.class)
                        .single()
                == 0;
    }

    private JdbcClient worker() {
        return server.getBean(WorkerDatabase.class).jdbc();
    }

    /** All that can be seen, by names that both have in common. */
    private Map<String, String> known(Listener listener) {
        var known = new TreeMap<String, String>();
        for (var phone : story.phones) {
            for (var conversation : listener.agent().conversationsOf(phone)) {
                var id = conversation.path("id").asString();
                var at = "/conversations/" + id;
                var which = listener.channels().indexOf(conversation.path("channelId").asString());
                var name = phone + " at " + which;
                known.put(name, same(listener.agent().get(at)));
                listener.agent()
                        .items(at + "/messages?limit=100")
                        .forEach(it -> known.put(name + ", " + known.size(), same(it)));
                var contact = conversation.path("contact").path("id").asString();
                known.put(
                        phone + " wants",
                        same(listener.agent().get("/contacts/" + contact + "/consent")));
            }
        }
        for (var channel : listener.channels()) {
            var news = listener.administrator().items("/channels/" + channel + "/news");
            news.forEach(it ->
                    known.put(
                            "news of " + listener.channels().indexOf(channel) + ", " + known.size(),
                            same(it)));
        }
        return known;
    }

    private static String same(JsonNode shown) {
        var copy = shown.deepCopy();
        OF_ITS_OWN.forEach(
                it -> copy.findParents(it).forEach(parent -> ((ObjectNode) parent).remove(it)));
        return copy.toString().replaceAll(ID, "#");
    }
}
