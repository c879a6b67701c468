package io.moked.target;

import static java.util.stream.Collectors.toMap;

import io.moked.conversation.Conversation.Promise.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a business has promised, as it stands.
 *
 * @param edition counts the changes
 * @param warnPercent after which part of the time it is endangered
 */
public record Agreement(int edition, int warnPercent, List<Pledge> pledges) {

    static final int USUAL_PERCENT = 80;

    /** Of whoever has promised nothing. */
    static final Agreement NONE = new Agreement(0, USUAL_PERCENT, List.of());

    /** Finds what is promised, for many conversations. */
    Terms terms() {
        return new Terms(this, pledges.stream().collect(toMap(Pledge::subject, Pledge::minutes)));
    }

    /** An agreement to look things up in. */
    record Terms(Agreement agreement, Map<Pledge.Subject, Integer> minutes) {

        Optional<Duration> promised(Situation.@Nullable One it, Kind kind) {
            return it == null || it.department() == null
                    ? Optional.empty()
                    : Optional.ofNullable(
                                    minutes.get(
                                            new Pledge.Subject(
                                                    it.department(), it.urgency(), kind)))
                            .map(Duration::ofMinutes);
        }

        /** The part of it after which it is endangered. */
        Duration warning(Duration promised) {
            return promised.multipliedBy(agreement.warnPercent()).dividedBy(100);
        }
    }
}
