package io.moked.broadcast.web;

import io.moked.audience.SegmentId;
import io.moked.audience.Segments;
import io.moked.broadcast.Plan;
import io.moked.broadcast.QuietHours;
import io.moked.broadcast.Slot;
import io.moked.broadcast.web.NewBroadcast.SlotFilling;
import io.moked.channel.ChannelId;
import io.moked.contact.Criteria;
import io.moked.kernel.Invalid;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what a broadcast is to be. */
@Component
class PlanReader {

    private final Segments segments;

    PlanReader(Segments segments) {
        this.segments = segments;
    }

    Plan read(NewBroadcast wanted) {
        return new Plan(
                wanted.name(),
                new ChannelId(wanted.channelId()),
                wanted.templateId(),
                Boolean.TRUE.equals(wanted.byLanguage()),
                slots(wanted.values() == null ? Map.of() : wanted.values()),
                criteria(wanted),
                wanted.segmentId(),
                wanted.startsAt(),
                zone(wanted.timeZone()),
                wanted.quiet() == null
                        ? null
                        : new QuietHours(
                                time("quiet.from", wanted.quiet().from()),
                                time("quiet.to", wanted.quiet().to())));
    }

    /** Of a segment, as they are now: whoever changes it later changes no broadcast. */
    private Criteria criteria(NewBroadcast wanted) {
        if (wanted.segmentId() != null) {
            return segments.find(new SegmentId(wanted.segmentId())).criteria();
        }
        if (wanted.criteria() == null) {
            throw new Invalid("criteria", "missing");
        }
        return wanted.criteria();
    }

    private static Map<String, Slot> slots(Map<String, SlotFilling> values) {
        var slots = new HashMap<String, Slot>();
        values.forEach((key, value) -> {
            var field = field(key, value.field());
            if (field != null || value.text() != null && !value.text().isBlank()) {
                slots.put(key, new Slot(value.text(), field, value.otherwise()));
            }
        });
        return slots;
    }

    private static Slot.@Nullable Field field(String key, @Nullable String word) {
        return word == null
                ? null
                : Arrays.stream(Slot.Field.values())
                        .filter(it -> it.word().equals(word))
                        .findFirst()
                        .orElseThrow(() -> new Invalid("values." + key, "unknown-value"));
    }

    private static ZoneId zone(String name) {
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw new Invalid("timeZone", "unknown-value");
        }
        return ZoneId.of(name);
    }

    private static LocalTime time(String field, String time) {
        try {
            return LocalTime.parse(time);
        } catch (DateTimeException malformed) {
            throw new Invalid(field, "malformed");
        }
    }
}
