package io.moked.conversation.web;

import static io.moked.conversation.web.Given.all;
import static io.moked.conversation.web.Given.count;
import static io.moked.conversation.web.Given.different;
import static io.moked.conversation.web.Given.text;
import static io.moked.conversation.web.Given.textOrNull;

import io.moked.channel.Offered;
import io.moked.conversation.web.NewContent.OfferedList;
import io.moked.conversation.web.NewContent.OfferedRow;
import io.moked.kernel.Limit;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** Reads lists to choose from, within the limits of the Cloud API ("Interactive list messages"). */
final class ListReader {

    private static final String AT = "content.offer.list";

    private ListReader() {}

    static Offered.Rows read(OfferedList given) {
        var label = text(AT + ".button", given.button(), Limit.BUTTON_CHARACTERS);
        var at = AT + ".sections";
        var read = new ArrayList<Offered.Section>();
        var ids = new ArrayList<String>();
        var sections = all(at, given.sections(), 1, Limit.SECTIONS);
        for (var section : sections) {
            var here = at + "[" + read.size() + "].";
            var rows = new ArrayList<Offered.Row>();
            for (var row : all(here + "rows", section.rows(), 1, Limit.ROWS)) {
                var line = row(here + "rows[" + rows.size() + "].", row, ids.size());
                rows.add(line);
                ids.add(line.id());
            }
            read.add(new Offered.Section(title(here, section.title(), sections.size()), rows));
        }
        count(at, ids.size(), 1, Limit.ROWS);
        different(at, ids);
        return new Offered.Rows(label.strip(), read);
    }

    private static Offered.Row row(String at, OfferedRow given, int before) {
        var id = textOrNull(at + "id", given.id(), Limit.ROW_ID_CHARACTERS);
        return new Offered.Row(
                id == null ? "row-" + (before + 1) : id.strip(),
                text(at + "title", given.title(), Limit.ROW_CHARACTERS).strip(),
                textOrNull(
                        at + "description", given.description(), Limit.ROW_DESCRIPTION_CHARACTERS));
    }

    /** Only where there is one section does it need no name. */
    static @Nullable String title(String at, @Nullable String title, int sections) {
        return sections > 1
                ? text(at + "title", title, Limit.SECTION_CHARACTERS)
                : textOrNull(at + "title", title, Limit.SECTION_CHARACTERS);
    }
}
