package io.moked.bench.webhook;

/** Who writes, and what: many people, of whom a few write often. */
public final class Crowd {

    /** With all that surrounds it a delivery is about 0.75 kB. */
    public static final String TEXT =
            "Good morning! I ordered twelve white lilies for Friday and would like to know whether"
                    + " they can come before ten, because the guests arrive at noon."
                    + " My order is A-10482 and the address is unchanged. שלום ותודה!";

    private static final long FIRST_PHONE = 15_551_000_000L;
    private static final int PEOPLE = 20_000;
    private static final int REGULARS = 200;

    private Crowd() {}

    /** Every fifth message is of a regular; the others come from everybody in turn. */
    public static long phone(long number) {
        return FIRST_PHONE + (number % 5 == 0 ? number / 5 % REGULARS : number * 7919 % PEOPLE);
    }
}
