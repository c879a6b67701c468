package io.moked.whatsapp;

import io.moked.kernel.Limit;

/** Why a part of a delivery is handed to nobody, at once and without being tried again. */
enum SetAside {
    UNSERVED(
            "number-not-served",
            Limit.UNSERVED_LETTERS.value(),
            "moked.webhooks.unknown.number",
            "Items for numbers that no tenant has connected, by what became of them"),
    FOREIGN(
            "signed-by-another-app",
            Limit.UNSERVED_LETTERS.value(),
            "moked.webhooks.foreign.app",
            "Items about numbers that are connected through another app, by what became of them"),
    UNREADABLE(
            "unreadable-item",
            Integer.MAX_VALUE,
            "moked.webhooks.unreadable",
            "Items that lack what makes them one of their kind, by what became of them");

    final String reason;
    final int most;
    final String counter;
    final String description;

    SetAside(String reason, int most, String counter, String description) {
        this.reason = reason;
        this.most = most;
        this.counter = counter;
        this.description = description;
    }
}
