package io.moked.broadcast;

import java.util.Map;

/**
 * What came of a broadcast so far: each recipient counts once, by how far their message has come.
 *
 * @param replied of all of them, who has written since
 * @param whySkipped how many, by reason
 * @param whyFailed how many, by Meta's code or one of ours
 */
public record Results(
        int recipients,
        int waiting,
        int queued,
        int unconfirmed,
        int sent,
        int delivered,
        int read,
        int failed,
        int skipped,
        int replied,
        Map<String, Integer> whySkipped,
        Map<String, Integer> whyFailed) {}
