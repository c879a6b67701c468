package io.moked.contactlist;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the columns of a list probably mean, by what they are called in English or Hebrew. */
final class PlanGuess {

    private static final Pattern PHONE =
            words("phone|mobile|cell|tel|whatsapp|msisdn|טלפון|נייד|סלולרי|פלאפון|וואטסאפ");
    private static final Pattern NUMBER = words("number|מספר");
    private static final Pattern NAME = words("name|שם");
    private static final Pattern LANGUAGE = words("language|lang|locale|שפה");
    private static final Pattern LABELS = words("label|tag|group|תווית|תוויות|תגית|תגיות|קבוצה");
    private static final Pattern OPT_IN =
            words("opt.?in|consent|subscribed|marketing|הסכמה|דיוור|אישור");
    private static final Pattern DIGITS = Pattern.compile("\\+?[\\d() .-]{7,20}");

    private PlanGuess() {}

    private static Pattern words(String words) {
        return Pattern.compile("(?iu).*(" + words + ").*");
    }

    /** Nobody opts in by a guess. */
    static Plan of(ListFile file, String language) {
        var first = file.lines().getFirst().cells();
        boolean headed = first.stream().noneMatch(it -> DIGITS.matcher(it).matches());
        var left = new ArrayList<>(first);
        int phone = headed ? phone(left) : firstPhone(first);
        var labels = headed ? takeOrNull(LABELS, left) : null;
        var spoken = headed ? takeOrNull(LANGUAGE, left) : null;
        takeOrNull(OPT_IN, left);
        var names = new ArrayList<Integer>();
        for (var name = takeOrNull(NAME, left); headed && name != null; ) {
            names.add(name);
            name = takeOrNull(NAME, left);
        }
        return new Plan(
                headed,
                phone,
                List.copyOf(names),
                spoken,
                labels,
                Plan.OptIn.NOBODY,
                null,
                null,
                language.equals("he") ? "IL" : null,
                null,
                false);
    }

    private static int firstPhone(List<String> cells) {
        for (int n = 0; n < cells.size(); n++) {
            if (DIGITS.matcher(cells.get(n)).matches()) {
                return n;
            }
        }
        return 0;
    }

    private static int phone(List<String> left) {
        var phone = takeOrNull(PHONE, left);
        var found = phone == null ? takeOrNull(NUMBER, left) : phone;
        return found == null ? 0 : found;
    }

    private static @Nullable Integer takeOrNull(Pattern wanted, List<String> left) {
        for (int n = 0; n < left.size(); n++) {
            if (wanted.matcher(left.get(n).toLowerCase(Locale.ROOT)).matches()) {
                left.set(n, "");
                return n;
            }
        }
        return null;
    }
}
