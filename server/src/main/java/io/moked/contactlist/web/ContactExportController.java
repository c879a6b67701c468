package io.moked.contactlist.web;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.access.SignedIn;
import io.moked.contact.Contact;
import io.moked.contact.Criteria;
import io.moked.contactlist.ContactExport;
import io.moked.contactlist.ContactExport.Taken;
import io.moked.kernel.Csv;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Contacts as a file. */
@RestController
class ContactExportController {

    private static final List<String> COLUMNS =
            List.of(
                    "phone",
                    "name",
                    "username",
                    "language",
                    "country",
                    "timeZone",
                    "labels",
                    "marketing",
                    "marketingAt",
                    "marketingWords",
                    "firstSeenAt",
                    "lastWroteAt");

    private final ContactExport export;

    ContactExportController(ContactExport export) {
        this.export = export;
    }

    /**
     * Contacts as comma-separated values, all of them; the activity log notes who took them. The
     * file can be brought again as a list.
     *
     * @param label only those who have a label
     */
    @GetMapping(path = "/api/v1/contact-export", produces = "text/csv")
    @Requires(value = Permission.EXPORT_CONTACTS, fresh = true)
    void export(SignedIn caller, @RequestParam @Nullable String label, HttpServletResponse response)
            throws IOException {
        write(export.begin(null, label, caller), response);
    }

    /** The same of those who are in a segment now. */
    @GetMapping(path = "/api/v1/segments/{id}/export", produces = "text/csv")
    @Requires(value = Permission.EXPORT_CONTACTS, fresh = true)
    void exportSegment(SignedIn caller, @PathVariable UUID id, HttpServletResponse response)
            throws IOException {
        write(export.begin(id, null, caller), response);
    }

    private void write(Criteria criteria, HttpServletResponse response) throws IOException {
        CsvAnswer.begin(response, "contacts.csv");
        var out = response.getOutputStream();
        out.write((Csv.BEGINNING + Csv.row(COLUMNS)).getBytes(StandardCharsets.UTF_8));
        UUID after = null;
        do {
            var part = export.part(criteria, after);
            for (var one : part.contacts()) {
                out.write(Csv.row(cells(one)).getBytes(StandardCharsets.UTF_8));
            }
            after = part.next();
        } while (after != null);
    }

    private static List<@Nullable String> cells(Taken taken) {
        var contact = taken.contact();
        var consent = taken.consent();
        return Arrays.asList(
                contact.phone() == null ? null : "+" + contact.phone(),
                contact.name(),
                contact.username(),
                contact.language(),
                contact.country(),
                contact.timeZone(),
                String.join(", ", contact.labels()),
                consent == null ? null : consent.marketing().word(),
                consent == null ? null : consent.at().toString(),
                consent == null ? null : consent.words(),
                contact.firstSeenAt().toString(),
                lastWrote(contact));
    }

    private static @Nullable String lastWrote(Contact contact) {
        return contact.hasWritten() ? contact.lastSeenAt().toString() : null;
    }
}
