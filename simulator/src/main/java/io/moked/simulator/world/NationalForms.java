package io.moked.simulator.world;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers that are written in two ways: in Brazil, Mexico and Argentina. */
final class NationalForms {

    private static final Pattern BRAZIL = Pattern.compile("55(\\d\\d)9?(\\d{8})");
    private static final Pattern MEXICO = Pattern.compile("521?(\\d{10})");
    private static final Pattern ARGENTINA = Pattern.compile("549?(\\d{10})");

    private NationalForms() {}

    static Set<String> of(String number) {
        Matcher brazil = BRAZIL.matcher(number);
        if (brazil.matches()) {
            String area = "55" + brazil.group(1);
            return Set.of(area + brazil.group(2), area + "9" + brazil.group(2));
        }
        Matcher mexico = MEXICO.matcher(number);
        if (mexico.matches()) {
            return Set.of("52" + mexico.group(1), "521" + mexico.group(1));
        }
        Matcher argentina = ARGENTINA.matcher(number);
        return argentina.matches()
                ? Set.of("54" + argentina.group(1), "549" + argentina.group(1))
                : Set.of(number);
    }
}
