package io.moked.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.moked.MokedTest;
import io.moked.signin.TurnedClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

/** Whoever is seen by any server is there; whoever was seen by one that died is seen no more. */
@MokedTest
@Import(TurnedClock.class)
class WitnessesTest extends AbsenceJourney {

    @Test
    void oneOfSeveralTabsIsEnough() {
        comes(here, "one tab");
        comes(here, "another");
        here.goes(ann, "one tab");
        here.goes(ann, "one tab");
        tell(here);
        pass(Duration.ofMinutes(6), here, there);
        assertThat(availability()).isEqualTo("available");
    }

    @Test
    void aTabAtAnotherServerIsEnough() {
        comes(here, "tab");
        comes(there, "tab");
        here.goes(ann, "tab");
        tell(here);
        pass(Duration.ofMinutes(6), here, there);
        assertThat(availability()).isEqualTo("available");

        there.goes(ann, "tab");
        tell(there);
        pass(Duration.ofMinutes(6), here, there);
        assertThat(availability()).isEqualTo("away");
    }

    @Test
    void theGraceTimeCountsFromTheLastOfThem() {
        comes(here, "tab");
        comes(there, "tab");
        here.goes(ann, "tab");
        tell(here);
        pass(Duration.ofMinutes(4), here, there);
        there.goes(ann, "tab");
        tell(there);
        pass(Duration.ofMinutes(2), here, there);
        assertThat(availability()).isEqualTo("available");
    }

    @Test
    void whoComesBackBetweenTwoRoundsWasNeverGone() {
        comes(here, "tab");
        here.goes(ann, "tab");
        comes(here, "the same again");
        tell(here);
        pass(Duration.ofMinutes(6), here, there);
        assertThat(availability()).isEqualTo("available");
    }

    @Test
    void whatADeadServerSawIsSeenNoMoreFromWhenThatIsFound() {
        comes(there, "tab");
        pass(Duration.ofMinutes(4), here);
        assertThat(availability()).isEqualTo("available");
        pass(Duration.ofMinutes(4), here);
        assertThat(availability()).isEqualTo("available");
        pass(Duration.ofMinutes(2), here);
        assertThat(availability()).isEqualTo("away");
    }

    /** All were down for longer than the grace time: nobody could have been seen meanwhile. */
    @Test
    void nobodyIsAwayBecauseTheServerWas() {
        comes(there, "tab");
        pass(Duration.ofHours(1), here);
        assertThat(availability()).isEqualTo("available");
        comes(here, "tab");
        pass(Duration.ofMinutes(6), here);
        assertThat(availability()).isEqualTo("available");
    }

    /** It could not say for a while that it was there, and was taken for dead. */
    @Test
    void aServerThatComesBackToItsSensesSaysAgainWhatItSees() {
        comes(there, "tab");
        pass(Duration.ofMinutes(4), here);
        tell(there);
        pass(Duration.ofMinutes(6), here, there);
        assertThat(availability()).isEqualTo("available");
    }
}
