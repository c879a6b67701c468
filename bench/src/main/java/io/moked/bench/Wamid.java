package io.moked.bench;

/** Numbers dressed as Meta's message ids. */
final class Wamid {

    static final String PREFIX = "wamid.HBgMMTU1NTAxMDAwMDAxFQIAEhgWM0VCMEMx";

    private static final long BASE = 1_000_000_000_000L;
    private static final int DIGITS = 12;

    private Wamid() {}

    static String of(long number) {
        return PREFIX + Long.toString(BASE + number).substring(1) + "AA==";
    }

    static long number(String wamid) {
        return Long.parseLong(wamid, PREFIX.length(), PREFIX.length() + DIGITS, 10);
    }
}
