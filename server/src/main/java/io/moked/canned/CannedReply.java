package io.moked.canned;

import io.moked.access.Permission;
import io.moked.access.SignedIn;
import io.moked.access.UserId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A text that is kept to be sent again.
 *
 * @param texts in each of its languages; none only where there is a file
 * @param media sent with the text under it
 * @param uses how often it was taken, by whomever
 */
public record CannedReply(
        UUID id, Place place, String name, List<Text> texts, @Nullable UUID media, long uses) {

    /** Where it is kept: with its owner, else in a department, else for the whole business. */
    public record Place(@Nullable UUID owner, @Nullable UUID department) {

        public static final Place BUSINESS = new Place(null, null);

        public static Place of(UserId owner) {
            return new Place(owner.value(), null);
        }

        public static Place in(UUID department) {
            return new Place(null, department);
        }

        /** Whether somebody finds it there. */
        boolean isOpenTo(SignedIn somebody) {
            return isKeptBy(somebody)
                    || owner == null
                            && somebody.may(Permission.ANSWER_CONVERSATIONS)
                            && (department == null
                                    || somebody.reach(Permission.ANSWER_CONVERSATIONS)
                                            .includes(department));
        }

        /** Whether somebody decides what is there. */
        public boolean isKeptBy(SignedIn somebody) {
            return owner == null
                    ? somebody.reach(Permission.MANAGE_CANNED_REPLIES).includes(department)
                    : owner.equals(somebody.user().value());
        }
    }

    /**
     * What it says.
     *
     * @param language BCP 47
     */
    public record Text(String language, String body) {}
}
