package io.moked.hours;

import com.github.mangstadt.vinnie.VObjectProperty;
import com.github.mangstadt.vinnie.io.Context;
import com.github.mangstadt.vinnie.io.SyntaxRules;
import com.github.mangstadt.vinnie.io.VObjectDataAdapter;
import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import com.github.mangstadt.vinnie.io.VObjectReader;
import io.moked.hours.HolidayEvent.NoHoliday;
import io.moked.hours.HolidayFile.LeftOut;
import io.moked.hours.HolidayFile.Why;
import io.moked.kernel.Limit;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the holidays out of an iCalendar file (RFC 5545). */
public final class HolidayReader {

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Z}]+");

    private final LocalDate today;
    private final Map<LocalDate, String> dates = new TreeMap<>();
    private final Map<MonthDay, String> yearly = new TreeMap<>();
    private final Map<Why, Integer> leftOut = new EnumMap<>(Why.class);

    private HolidayReader(LocalDate today) {
        this.today = today;
    }

    /** Leaves out what is over before {@code today}. */
    public static HolidayFile read(byte[] file, LocalDate today) {
        var reader = new HolidayReader(today);
        reader.through(text(file));
        return reader.found();
    }

    private static String text(byte[] file) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException other) {
            throw new Refusals.FileNotReadable();
        }
    }

    private void through(String text) {
        var events = new Events();
        try (var reader = new VObjectReader(new StringReader(text), SyntaxRules.iCalendar())) {
            reader.parse(events);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        if (!events.isCalendar) {
            throw new Refusals.FileNotReadable();
        }
    }

    /** Picks up events as they pass; what stands inside them, such as alarms, is not theirs. */
    private final class Events extends VObjectDataAdapter {

        private static final String EVENT = "VEVENT";

        private boolean isCalendar;
        private int read;
        private @Nullable HolidayEvent event;

        @Override
        public void onComponentBegin(String name, Context context) {
            isCalendar |= "VCALENDAR".equals(name);
            if (EVENT.equals(name) && event == null) {
                event = new HolidayEvent(new HashMap<>(), new ArrayList<>());
            }
        }

        @Override
        public void onProperty(VObjectProperty property, Context context) {
            var parents = context.getParentComponents();
            if (event == null || !EVENT.equals(parents.get(parents.size() - 1))) {
                return;
            }
            if ("EXDATE".equals(property.getName())) {
                event.except().add(property.getValue());
            } else {
                event.values().putIfAbsent(property.getName(), property.getValue());
            }
        }

        @Override
        public void onComponentEnd(String name, Context context) {
            if (EVENT.equals(name) && event != null) {
                if (++read > Limit.HOLIDAY_EVENTS.value()) {
                    throw new Refusals.FileTooLong();
                }
                take(event);
                event = null;
            }
        }
    }

    private void take(HolidayEvent event) {
        try {
            var days = event.from(today);
            var name = name(event.values().getOrDefault("SUMMARY", ""));
            days.dates().forEach(it -> dates.merge(it, name, HolidayReader::both));
            days.yearly().forEach(it -> yearly.merge(it, name, HolidayReader::both));
        } catch (NoHoliday it) {
            leftOut.merge(it.why, 1, Integer::sum);
        }
        if (dates.size() + yearly.size() > Limit.SPECIAL_DAYS.value()) {
            throw new Refusals.FileTooLong();
        }
    }

    private static String name(String summary) {
        var words = VObjectPropertyValues.unescape(summary);
        return shortened(UNSEEN.matcher(words).replaceAll(" ").strip());
    }

    private static String both(String one, String other) {
        return one.equals(other) ? one : shortened(one + ", " + other);
    }

    private static String shortened(String name) {
        int most = Limit.CALENDAR_NAME_CHARACTERS.value();
        if (name.length() <= most) {
            return name;
        }
        int end = Character.isHighSurrogate(name.charAt(most - 1)) ? most - 1 : most;
        return name.substring(0, end);
    }

    private HolidayFile found() {
        var days =
                Stream.concat(
                        dates.entrySet().stream()
                                .map(it ->
                                        new SpecialDay(
                                                it.getKey(), null, it.getValue(), List.of())),
                        yearly.entrySet().stream()
                                .map(it ->
                                        new SpecialDay(
                                                null, it.getKey(), it.getValue(), List.of())));
        return new HolidayFile(
                days.toList(),
                leftOut.entrySet().stream()
                        .map(it -> new LeftOut(it.getKey(), it.getValue()))
                        .toList());
    }
}
