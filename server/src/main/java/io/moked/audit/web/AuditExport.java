package io.moked.audit.web;

import com.fasterxml.jackson.annotation.JsonValue;
import io.moked.audit.web.AuditEntries.Actor;
import io.moked.audit.web.AuditEntries.AuditEntry;
import io.moked.kernel.Csv;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Entries of the activity log as lines of a file. */
@Component
class AuditExport {

    private static final List<String> COLUMNS =
            List.of(
                    "at",
                    "action",
                    "actor",
                    "actorId",
                    "person",
                    "personId",
                    "subject",
                    "browser",
                    "system",
                    "address",
                    "details");

    private final JsonMapper json;

    AuditExport(JsonMapper json) {
        this.json = json;
    }

    /** For people with a spreadsheet, or for programs. */
    enum Format {
        CSV("text/csv;charset=UTF-8"),
        JSONL("application/jsonl;charset=UTF-8");

        private final String type;

        Format(String type) {
            this.type = type;
        }

        String type() {
            return type;
        }

        @JsonValue
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    String beginning(Format format) {
        return switch (format) {
            case CSV -> Csv.BEGINNING + Csv.row(COLUMNS);
            case JSONL -> "";
        };
    }

    String line(Format format, AuditEntry entry) {
        return switch (format) {
            case CSV -> Csv.row(cells(entry));
            case JSONL -> json.writeValueAsString(entry) + "\n";
        };
    }

    private List<@Nullable String> cells(AuditEntry entry) {
        var from = entry.from();
        return Arrays.asList(
                entry.at().toString(),
                entry.action(),
                name(entry.actor()),
                id(entry.actor()),
                name(entry.person()),
                id(entry.person()),
                entry.subject().toString(),
                from == null ? null : from.browser(),
                from == null ? null : from.system(),
                from == null ? null : from.address(),
                json.writeValueAsString(entry.details()));
    }

    private static @Nullable String name(@Nullable Actor named) {
        return named == null ? null : named.name();
    }

    private static @Nullable String id(@Nullable Actor named) {
        return named == null ? null : named.id().toString();
    }
}
