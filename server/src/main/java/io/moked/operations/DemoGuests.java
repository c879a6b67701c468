package io.moked.operations;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Who stands in the lists of a demo's businesses, and is written to with many others. The last of
 * each list have no WhatsApp.
 */
public final class DemoGuests {

    /** At the end of each list. */
    private static final int WITHOUT_WHATSAPP = 2;

    private static final List<String> OF_THE_SHOP =
            List.of(
                    "Ava Collins",
                    "Noah Whitfield",
                    "Mia Donovan",
                    "Lucas Hartley",
                    "Zoe Abbott",
                    "Ethan Marsh",
                    "Chloe Winters",
                    "Owen Baxter",
                    "Ruby Fletcher",
                    "Caleb Norton",
                    "Isla Romero",
                    "Henry Vaughn",
                    "Nora Pike",
                    "Julian Frost",
                    "Hazel Monroe",
                    "Felix Garner",
                    "Stella Quinn",
                    "Miles Archer",
                    "Clara Bishop",
                    "Theo Lambert",
                    "Ivy Sutton",
                    "Jonah Reeves",
                    "Lena Ashby",
                    "Max Holloway",
                    "Willa Crane",
                    "Simon Doyle",
                    "Alice Thorne",
                    "Victor Lane");

    private static final List<String> OF_THE_CLINIC =
            List.of(
                    "אורית שגיא",
                    "דניאל אלון",
                    "מיכל גבע",
                    "איתי רונן",
                    "שירה קדם",
                    "עומר נבו",
                    "תמר יערי",
                    "גיא לביא",
                    "הילה שורק",
                    "אסף דגן",
                    "נטע ברעם",
                    "רועי צור",
                    "ענת זהבי",
                    "יונתן אופיר",
                    "ליאת רגב",
                    "אורן כרמי",
                    "מאיה תבור",
                    "עידו סלע",
                    "קרן אביטל",
                    "ניר שחם",
                    "דפנה אשד",
                    "ברק עמית",
                    "סיגל נאור",
                    "אלעד ירדן",
                    "רותם גלעד",
                    "משה ניצן",
                    "חגית אלמוג",
                    "יובל סער");

    private DemoGuests() {}

    /** Somebody in a list. */
    public record Guest(String phone, String name, String language, boolean hasWhatsApp) {}

    /** Of the business at this place among those of the demo. */
    public static List<Guest> of(int business) {
        return business == 0
                ? guests(OF_THE_SHOP, 15_550_100_201L, "en")
                : guests(OF_THE_CLINIC, 972_505_550_201L, "he");
    }

    private static List<Guest> guests(List<String> names, long first, String language) {
        int known = names.size() - WITHOUT_WHATSAPP;
        return IntStream.range(0, names.size())
                .mapToObj(
                        n -> new Guest(Long.toString(first + n), names.get(n), language, n < known))
                .toList();
    }
}
