package io.moked.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.moked.journal.JournalEntry;
import io.moked.journal.Position;
import io.moked.rule.engine.Trigger;
import io.moked.tenancy.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;

/**
 * Entries are read in batches, whose borders nobody chooses: what becomes of states must not depend
 * on them. Each time another history; its seed is told where it fails.
 */
class SpellsTest {

    private static final List<String> KINDS =
            List.of(
                    "opened",
                    "reopened",
                    "unassigned",
                    "transferred",
                    "assigned",
                    "message-received",
                    "reply-queued",
                    "resolved",
                    "labeled");

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);
    private final TenantId tenant = new TenantId(UUID.randomUUID());
    private final List<UUID> conversations = List.of(UUID.randomUUID(), UUID.randomUUID());

    @RepeatedTest(200)
    void howEntriesAreBatchedChangesNothing() {
        var entries = new ArrayList<JournalEntry>();
        for (int n = 0; n < 40; n++) {
            entries.add(entry(n));
        }
        var atOnce = new TreeMap<String, Instant>();
        apply(entries, atOnce);
        var oneByOne = new TreeMap<String, Instant>();
        for (int from = 0; from < entries.size(); ) {
            int to = Math.min(entries.size(), from + 1 + random.nextInt(5));
            apply(entries.subList(from, to), oneByOne);
            from = to;
        }
        assertThat(oneByOne).as("seed " + seed).isEqualTo(atOnce);
    }

    /** As the three statements of the inbox do: end, begin unless it is on, count anew. */
    private static void apply(List<JournalEntry> entries, Map<String, Instant> states) {
        var spells = new Spells();
        entries.forEach(spells::add);
        for (var it : spells.changes()) {
            if (it.isOver()) {
                states.remove(key(it));
            }
        }
        for (var it : spells.changes()) {
            if (it.begunAt() != null) {
                states.putIfAbsent(key(it), it.begunAt());
            }
        }
        for (var it : spells.changes()) {
            Instant from = it.countsFrom();
            if (from != null) {
                states.computeIfPresent(key(it), (key, was) -> was.isBefore(from) ? from : was);
            }
        }
    }

    private static String key(Spells.Change it) {
        return it.conversation() + " " + it.trigger();
    }

    @RepeatedTest(20)
    void onlyAnswersOfUsersAreAnswers() {
        var spells = new Spells();
        spells.add(entry("message-received", 1, null, conversations.getFirst()));
        spells.add(entry("reply-queued", 2, null, conversations.getFirst()));
        assertThat(spells.changes())
                .singleElement()
                .matches(it -> it.trigger() == Trigger.UNANSWERED && it.begunAt() != null);
        spells.add(entry("reply-queued", 3, UUID.randomUUID(), conversations.getFirst()));
        assertThat(spells.changes()).singleElement().matches(it -> it.begunAt() == null);
    }

    private JournalEntry entry(int n) {
        var kind = KINDS.get(random.nextInt(KINDS.size()));
        return entry(
                kind,
                n,
                random.nextBoolean() ? UUID.randomUUID() : null,
                conversations.get(random.nextInt(2)));
    }

    private JournalEntry entry(String kind, int n, @Nullable UUID actor, UUID conversation) {
        return new JournalEntry(
                new Position(n, n),
                tenant,
                "conversation." + kind,
                conversation,
                actor,
                Map.of(),
                Instant.ofEpochSecond(1_764_400_000L + n));
    }
}
