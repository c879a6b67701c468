package io.moked.bench.proof;

import static io.moked.bench.proof.Story.NUMBER;
import static io.moked.bench.proof.Story.PHONE;
import static io.moked.bench.proof.Story.THREAD;
import static io.moked.bench.proof.Story.delivery;
import static io.moked.bench.proof.Story.inbound;
import static io.moked.bench.proof.Story.outbound;
import static org.assertj.core.api.Assertions.assertThat;

import io.moked.bench.proof.Call.Outcome;
import io.moked.bench.proof.Shown.Kind;
import io.moked.bench.proof.Violation.Invariant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each way in which a product may break its promises, as a history tells of it. */
class EvidenceTest {

    private static final Op.Reply REPLY = new Op.Reply(NUMBER, THREAD, "client", "reply");

    private final Story story = new Story();

    @Test
    void findsNothingWhereEverythingIsThereOnceAndInOrder() {
        story.acknowledged(delivery(1, 2)).acknowledged(delivery(3)).acknowledged(delivery(1, 2));
        story.did(REPLY, Outcome.OK, "r1").posted("r1");
        story.acknowledged(new Op.Saw(NUMBER, "r1", "queued"));
        story.shows(inbound(1), inbound(2), inbound(3), outbound("r1", "client", "delivered"));

        assertThat(story.ended().broken()).isEmpty();
    }

    /** Planted as acknowledge-before-commit. */
    @Test
    void findsAnAcknowledgedMessageThatIsNotThere() {
        story.acknowledged(delivery(1)).acknowledged(delivery(2)).shows(inbound(1));

        assertThat(story.broken()).containsExactly(Invariant.NOTHING_LOST);
    }

    /** Planted as first-of-a-batch. */
    @Test
    void findsTheRestOfABatchMissing() {
        story.acknowledged(delivery(1, 2, 3)).shows(inbound(1));

        assertThat(story.broken()).containsExactly(Invariant.NOTHING_LOST, Invariant.NOTHING_LOST);
    }

    /** Planted as unique-by-wamid-alone. */
    @Test
    void findsTheMessageOfOneBusinessMissingThatAnotherHasByTheSameId() {
        story.acknowledged(new Op.Deliver(List.of(Story.said(NUMBER, 1), Story.said("200", 1))));
        story.shows(inbound(1)).shows("200", PHONE, "other", false, "", Set.of());

        assertThat(story.broken()).containsExactly(Invariant.NOTHING_LOST);
    }

    @Test
    void forgivesWhatWasNeverAcknowledged() {
        story.unanswered(delivery(1)).unanswered(delivery(2)).shows(inbound(2));

        assertThat(story.broken()).isEmpty();
    }

    @Test
    void findsAMessageThatIsThereTwice() {
        story.acknowledged(delivery(1)).unanswered(delivery(1)).shows(inbound(1), inbound(1));

        assertThat(story.broken()).containsExactly(Invariant.NOTHING_DOUBLED);
    }

    @Test
    void findsAMessageInTheThreadOfSomebodyElse() {
        story.acknowledged(delivery(1));
        story.shows(NUMBER, "15557000002", "other", false, "", Set.of(), inbound(1));

        assertThat(story.broken())
                .containsExactlyInAnyOrder(Invariant.NOTHING_LOST, Invariant.NOTHING_DOUBLED);
    }

    @Test
    void findsMessagesOutOfOrder() {
        story.acknowledged(delivery(7)).acknowledged(delivery(8));
        var late = Story.item(Kind.INBOUND, "in7", "", "message 7", "received", 9);
        story.shows(inbound(8), late);

        assertThat(story.broken()).containsExactly(Invariant.IN_ORDER);
    }

    @Test
    void findsTwoOpenConversationsOfOneContact() {
        story.shows().shows(NUMBER, PHONE, "second", false, "", Set.of());

        assertThat(story.broken()).containsExactly(Invariant.ONE_OPEN);
    }

    /** Planted as status-overwritten. */
    @Test
    void findsAStatusThatWentBack() {
        story.acknowledged(new Op.Saw(NUMBER, "r1", "read"));
        story.shows(outbound("r1", "client", "delivered"));

        assertThat(story.broken()).containsExactly(Invariant.STATUS_RISES);
    }

    @Test
    void forgivesWhatIsTriedAgain() {
        story.acknowledged(new Op.Saw(NUMBER, "r1", "queued"));
        story.acknowledged(new Op.Saw(NUMBER, "r1", "sending"));
        story.acknowledged(new Op.Saw(NUMBER, "r1", "queued"));
        story.shows(outbound("r1", "client", "sending"));

        assertThat(story.broken()).isEmpty();
    }

    /** Planted as status-overwritten. */
    @Test
    void findsAStatusThatWasAcknowledgedAndForgotten() {
        story.acknowledged(new Op.Tell(NUMBER, "r1", "read"));
        story.acknowledged(new Op.Tell(NUMBER, "r1", "sent"));
        story.shows(outbound("r1", "client", "sent"));

        assertThat(story.broken()).containsExactly(Invariant.STATUS_RISES);
    }

    /** Planted as retry-on-timeout. */
    @Test
    void findsAReplyThatWasSentTwice() {
        story.did(REPLY, Outcome.OK, "r1").posted("r1").posted("r1");
        story.shows(outbound("r1", "client", "delivered"));

        assertThat(story.broken()).containsExactly(Invariant.SENT_ONCE);
    }

    @Test
    void forgivesWhatAPersonSendsAgain() {
        story.did(REPLY, Outcome.OK, "r1").posted("r1");
        story.did(new Op.Resend(NUMBER, THREAD, "r1"), Outcome.OK, "r2").posted("r2");
        story.shows(outbound("r1", "client", "delivered"), outbound("r2", "", "delivered"));

        assertThat(story.ended().broken()).isEmpty();
    }

    /** Planted as lease-without-epoch. */
    @Test
    void findsASendOfWhatHadBeenGivenUp() {
        story.did(REPLY, Outcome.OK, "r1");
        story.acknowledged(new Op.Saw(NUMBER, "r1", "unconfirmed"));
        story.acknowledged(delivery(1)).acknowledged(delivery(2)).posted("r1");
        story.shows(inbound(1), inbound(2), outbound("r1", "client", "sent"));

        assertThat(story.broken()).containsExactly(Invariant.SENT_ONCE);
    }

    @Test
    void findsAReplyThatNeverLeft() {
        story.did(REPLY, Outcome.OK, "r1").shows(outbound("r1", "client", "queued"));

        assertThat(story.broken()).isEmpty();
        assertThat(story.ended().broken()).containsExactly(Invariant.SENT_ONCE);
    }

    @Test
    void findsAReplyShownAsSentThatNobodyAccepted() {
        story.did(REPLY, Outcome.OK, "r1").shows(outbound("r1", "client", "sent"));

        assertThat(story.ended().broken()).containsExactly(Invariant.SENT_ONCE);
    }

    @Test
    void findsADoubtThatReceiptsHaveSettled() {
        story.did(REPLY, Outcome.OK, "r1").posted("r1");
        story.shows(outbound("r1", "client", "unconfirmed"));

        assertThat(story.ended().broken()).containsExactly(Invariant.SENT_ONCE);
    }

    @Test
    void findsRepliesThatLeftInTheWrongOrder() {
        story.posted("r2").posted("r1");
        story.shows(outbound("r1", "a", "sent"), outbound("r2", "b", "sent"));

        assertThat(story.broken()).containsExactly(Invariant.IN_ORDER);
    }

    @Test
    void findsAReplyThatIsForgottenOrDoubled() {
        assertThat(new Story().did(REPLY, Outcome.OK, "r1").shows().broken())
                .containsExactly(Invariant.NOTHING_FORGOTTEN);
        assertThat(
                        new Story()
                                .unanswered(REPLY)
                                .shows(
                                        outbound("r1", "client", "queued"),
                                        outbound("r2", "client", "queued"))
                                .broken())
                .containsExactly(Invariant.NOTHING_DOUBLED);
    }

    @Test
    void findsANoteThatIsForgotten() {
        var note = new Op.Note(NUMBER, THREAD, "client", "note");

        assertThat(story.did(note, Outcome.OK, "n1").shows().broken())
                .containsExactly(Invariant.NOTHING_FORGOTTEN);
    }

    @Test
    void findsAnAssignmentALabelAndAResolutionUndone() {
        story.acknowledged(new Op.Assign(NUMBER, THREAD, "ann"));
        story.acknowledged(new Op.Label(NUMBER, THREAD, "urgent"));
        story.acknowledged(new Op.Resolve(NUMBER, THREAD));
        story.shows(NUMBER, PHONE, THREAD, false, "bob", Set.of("late"));

        assertThat(story.broken())
                .containsExactly(
                        Invariant.NOTHING_FORGOTTEN,
                        Invariant.NOTHING_FORGOTTEN,
                        Invariant.NOTHING_FORGOTTEN);
    }

    @Test
    void letsAChangeOfUnknownOutcomeComeTrueLater() {
        story.unanswered(new Op.Assign(NUMBER, THREAD, "bob"));
        story.acknowledged(new Op.Assign(NUMBER, THREAD, "ann"));
        story.shows(NUMBER, PHONE, THREAD, false, "bob", Set.of());

        assertThat(story.broken()).isEmpty();
    }
}
