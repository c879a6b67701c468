package io.moked.bench.webhook;

/** Numbers dressed as Meta's message ids. */
public final class Wamid {

    public static final String PREFIX = "wamid.HBgMMTU1NTAxMDAwMDAxFQIAEhgWM0VCMEMx";

    private static final long BASE = 1_000_000_000_000L;
    private static final int DIGITS = 12;

    private Wamid() {}

    public static String of(long number) {
        return PREFIX + Long.toString(BASE + number).substring(1) + "AA==";
    }

    public static long number(String wamid) {
        return Long.parseLong(wamid, PREFIX.length(), PREFIX.length() + DIGITS, 10);
    }
}
