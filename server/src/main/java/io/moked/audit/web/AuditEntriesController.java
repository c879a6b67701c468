package io.moked.audit.web;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.access.SignedIn;
import io.moked.audit.Activities.Filter;
import io.moked.audit.Exports;
import io.moked.audit.web.AuditEntries.AuditEntry;
import io.moked.audit.web.AuditExport.Format;
import io.moked.kernel.Invalid;
import io.moked.kernel.Limit;
import io.moked.kernel.Page;
import io.moked.kernel.Slice;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The activity log. */
@RestController
@RequestMapping("/api/v1/audit-entries")
class AuditEntriesController {

    private final AuditEntries entries;
    private final AuditExport export;
    private final Exports exports;

    AuditEntriesController(AuditEntries entries, AuditExport export, Exports exports) {
        this.entries = entries;
        this.export = export;
        this.exports = exports;
    }

    /**
     * What people did, newest first.
     *
     * @param action one kind, such as {@code access.signed-in}, or all of a room: {@code access}
     * @param user who did it, or whom it is about
     * @param from a time; entries from then on
     * @param to a time; entries before it
     */
    @GetMapping
    @Requires(Permission.READ_AUDIT)
    Slice<AuditEntry> list(
            SignedIn caller,
            @RequestParam @Nullable String action,
            @RequestParam @Nullable UUID user,
            @RequestParam @Nullable String from,
            @RequestParam @Nullable String to,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        return entries.list(filter(action, user, from, to), Page.of(cursor, limit), caller);
    }

    /**
     * The same as a file, all of it; the log notes who took it.
     *
     * @param format {@code csv} (if left out) for spreadsheets, or {@code jsonl} for programs
     */
    @GetMapping(
            path = "/export",
            produces = {"text/csv", "application/jsonl"})
    @Requires(value = Permission.EXPORT_AUDIT, fresh = true)
    void export(
            SignedIn caller,
            @RequestParam @Nullable String format,
            @RequestParam @Nullable String action,
            @RequestParam @Nullable UUID user,
            @RequestParam @Nullable String from,
            @RequestParam @Nullable String to,
            HttpServletResponse response)
            throws IOException {
        var wanted = format(format);
        var filter = filter(action, user, from, to);
        exports.note(caller);
        response.setContentType(wanted.type());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"activity." + wanted.word() + "\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        var out = response.getOutputStream();
        out.write(export.beginning(wanted).getBytes(StandardCharsets.UTF_8));
        String cursor = null;
        do {
            var slice = entries.list(filter, Page.of(cursor, Limit.PAGE_ROWS.value()), caller);
            for (var entry : slice.items()) {
                out.write(export.line(wanted, entry).getBytes(StandardCharsets.UTF_8));
            }
            cursor = slice.next();
        } while (cursor != null);
    }

    private static Format format(@Nullable String word) {
        return Stream.of(Format.values())
                .filter(it -> it.word().equals(word == null ? Format.CSV.word() : word))
                .findFirst()
                .orElseThrow(() -> new Invalid("format", "unknown-value"));
    }

    private static Filter filter(
            @Nullable String action,
            @Nullable UUID user,
            @Nullable String from,
            @Nullable String to) {
        return new Filter(action, user, time("from", from), time("to", to));
    }

    private static @Nullable Instant time(String field, @Nullable String text) {
        try {
            return text == null || text.isEmpty() ? null : Instant.parse(text);
        } catch (DateTimeException malformed) {
            throw new Invalid(field, "malformed");
        }
    }
}
