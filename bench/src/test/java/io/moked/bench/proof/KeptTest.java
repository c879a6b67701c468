package io.moked.bench.proof;

import static io.moked.bench.proof.Story.delivery;
import static io.moked.bench.proof.Story.deliveryWithFile;
import static io.moked.bench.proof.Story.inbound;
import static io.moked.bench.proof.Story.inboundWithFile;
import static org.assertj.core.api.Assertions.assertThat;

import io.moked.bench.proof.Violation.Invariant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each way in which a product may fail the files of contacts. */
class KeptTest {

    private final Story story = new Story();

    @Test
    void findsNothingWhereEveryFileIsTheOneThatWasSent() {
        story.acknowledged(deliveryWithFile(1, "aa")).acknowledged(deliveryWithFile(2, "bb"));
        story.acknowledged(deliveryWithFile(1, "aa")).acknowledged(delivery(3));
        story.shows(
                inboundWithFile(1, "f1", "ready"), inboundWithFile(2, "f2", "ready"), inbound(3));

        assertThat(story.read("f1", "aa").read("f2", "bb").ended().broken()).isEmpty();
    }

    @Test
    void findsAFileThatIsMissingFromItsMessage() {
        story.acknowledged(deliveryWithFile(1, "aa")).shows(inbound(1));

        assertThat(story.broken()).containsExactly(Invariant.FILES_KEPT);
    }

    @Test
    void findsTheFileOfSomebodyElse() {
        story.acknowledged(deliveryWithFile(1, "aa")).acknowledged(deliveryWithFile(2, "bb"));
        story.shows(inboundWithFile(1, "f1", "ready"), inboundWithFile(2, "f2", "ready"));

        assertThat(story.read("f1", "aa").read("f2", "aa").ended().broken())
                .containsExactly(Invariant.FILES_KEPT);
    }

    @Test
    void findsAFileThatIsSaidToBeReadyAndCannotBeRead() {
        story.acknowledged(deliveryWithFile(1, "aa")).shows(inboundWithFile(1, "f1", "ready"));

        assertThat(story.read("f1", "503").ended().broken()).containsExactly(Invariant.FILES_KEPT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pending", "late", "arrived"})
    void findsAFileThatIsOnItsWayForEver(String state) {
        story.acknowledged(deliveryWithFile(1, "aa")).shows(inboundWithFile(1, "f1", state));

        assertThat(story.broken()).isEmpty();
        assertThat(story.ended().broken()).containsExactly(Invariant.FILES_KEPT);
    }

    @Test
    void forgivesAFileThatIsShownAsFailed() {
        story.acknowledged(deliveryWithFile(1, "aa")).shows(inboundWithFile(1, "f1", "failed"));

        assertThat(story.ended().broken()).isEmpty();
    }

    @Test
    void findsAFileWithWordsThatCameAlone() {
        story.acknowledged(delivery(1)).shows(inboundWithFile(1, "f1", "ready"));

        assertThat(story.broken()).containsExactly(Invariant.FILES_KEPT);
    }

    /**
     * Its message is there, so whoever waits for an acknowledgement in vain sees it all the same.
     */
    @Test
    void findsAFileMissingAlsoWhereNobodyAnswered() {
        story.unanswered(deliveryWithFile(1, "aa")).shows(inbound(1));

        assertThat(story.broken()).containsExactly(Invariant.FILES_KEPT);
    }
}
