package io.moked.contactlist.web;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.access.SignedIn;
import io.moked.contactlist.ContactList.Line;
import io.moked.contactlist.ContactList.Verdict;
import io.moked.contactlist.ContactLists;
import io.moked.contactlist.Plan;
import io.moked.contactlist.Refusals;
import io.moked.contactlist.web.ListViews.ContactListLine;
import io.moked.contactlist.web.ListViews.ContactListView;
import io.moked.contactlist.web.ListViews.ContactListWithLines;
import io.moked.kernel.Csv;
import io.moked.kernel.Invalid;
import io.moked.kernel.Limit;
import io.moked.kernel.Page;
import io.moked.kernel.Slice;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files with contacts: brought, checked, and taken in. */
@RestController
@RequestMapping("/api/v1/contact-lists")
class ContactListsController {

    private final ContactLists lists;
    private final ListViews views;

    ContactListsController(ContactLists lists, ListViews views) {
        this.lists = lists;
        this.views = views;
    }

    /**
     * What the columns of a list mean, counted from 0.
     *
     * @param headed whether the first line only names the columns
     * @param names columns that make up the name, in this order
     * @param labels a column with labels, apart by commas, semicolons or bars
     * @param optIn who told the business that they want marketing: {@code nobody}, {@code
     *     everybody}, or those of whom a {@code column} says it; {@code withdrawn}, if everybody in
     *     the list has taken it back
     * @param optInWords where the business has their word from; needed unless nobody said anything
     * @param country of phones without a country code (ISO 3166)
     * @param label for everybody in the list
     * @param renames whether names and languages in the list count more than those that are known
     */
    record ListPlan(
            @Nullable Boolean headed,
            @NotNull Integer phone,
            @Nullable List<Integer> names,
            @Nullable Integer language,
            @Nullable Integer labels,
            Plan.@Nullable OptIn optIn,
            @Nullable Integer optInColumn,
            @Nullable String optInWords,
            @Nullable String country,
            @Nullable String label,
            @Nullable Boolean renames) {

        Plan plan() {
            return new Plan(
                    Boolean.TRUE.equals(headed),
                    phone,
                    names == null ? List.of() : names,
                    language,
                    labels,
                    optIn == null ? Plan.OptIn.NOBODY : optIn,
                    optInColumn,
                    optInWords,
                    country,
                    label,
                    Boolean.TRUE.equals(renames));
        }
    }

    /** Lists that were brought lately, the newest first. */
    @GetMapping
    @Requires(Permission.IMPORT_CONTACTS)
    Slice<ContactListView> list(
            @RequestParam @Nullable String cursor, @RequestParam @Nullable Integer limit) {
        var page = lists.page(Page.of(cursor, limit));
        return new Slice<>(views.views(page.items()), page.next());
    }

    /**
     * Reads comma-separated values; {@code file} is the multipart field. Nothing is taken in by it.
     * 413 {@code list-too-large}, {@code list-too-long}, 400 {@code list-empty}, {@code
     * list-not-readable}, {@code list-breaks-off} with the {@code line}.
     *
     * @param encoding {@code utf-8}, {@code utf-16le}, {@code utf-16be}, {@code windows-1255} or
     *     {@code windows-1252}; left out, as it looks
     * @param separator {@code comma}, {@code semicolon} or {@code tab}; left out, as it looks
     */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(Permission.IMPORT_CONTACTS)
    ContactListWithLines read(
            SignedIn caller,
            @RequestParam MultipartFile file,
            @RequestParam @Nullable String encoding,
            @RequestParam @Nullable String separator)
            throws IOException {
        if (file.getSize() > Limit.LIST_BYTES.value()) {
            throw new Refusals.ListTooLarge();
        }
        var name = file.getOriginalFilename();
        var called = name == null || name.isBlank() ? "contacts.csv" : shortened(name);
        return views.withLines(lists.read(file.getBytes(), called, encoding, separator, caller));
    }

    private static String shortened(String name) {
        int most = Limit.NAME_CHARACTERS.value();
        return name.length() <= most ? name : name.substring(0, most);
    }

    /** One list, with its first lines. */
    @GetMapping("/{id}")
    @Requires(Permission.IMPORT_CONTACTS)
    ContactListWithLines show(@PathVariable UUID id) {
        return views.withLines(lists.find(id));
    }

    /**
     * Looks at every line by a plan, and tells how many are new, known, repeated or bad. 409 {@code
     * list-started}.
     */
    @PutMapping("/{id}/plan")
    @Requires(Permission.IMPORT_CONTACTS)
    ContactListWithLines check(@PathVariable UUID id, @Valid @RequestBody ListPlan wanted) {
        return views.withLines(lists.check(id, wanted.plan()));
    }

    /**
     * Lines in their order.
     *
     * @param verdict {@code new}, {@code known}, {@code repeated} or {@code bad}; left out, all
     * @param outcome {@code added}, {@code changed} or {@code failed}; left out, all
     * @param after the number of the last line of the page before
     */
    @GetMapping("/{id}/lines")
    @Requires(Permission.IMPORT_CONTACTS)
    Slice<ContactListLine> lines(
            SignedIn caller,
            @PathVariable UUID id,
            @RequestParam @Nullable String verdict,
            @RequestParam @Nullable String outcome,
            @RequestParam(defaultValue = "0") int after,
            @RequestParam @Nullable Integer limit) {
        int most = Page.of(null, limit).limit();
        var found = lists.lines(id, verdict(verdict), outcome(outcome), after, most + 1);
        var page = found.subList(0, Math.min(most, found.size()));
        return new Slice<>(
                page.stream().map(it -> views.line(it, caller)).toList(),
                found.size() > most ? Integer.toString(page.getLast().number()) : null);
    }

    private static @Nullable Verdict verdict(@Nullable String word) {
        if (word == null || word.isEmpty()) {
            return null;
        }
        try {
            return Verdict.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new Invalid("verdict", "unknown-value");
        }
    }

    private static @Nullable String outcome(@Nullable String word) {
        if (word == null || word.isEmpty()) {
            return null;
        }
        if (!ContactLists.OUTCOMES.contains(word)) {
            throw new Invalid("outcome", "unknown-value");
        }
        return word;
    }

    /** Lines that are not taken in, as a file: as they were, with their number and the reason. */
    @GetMapping(path = "/{id}/left-out", produces = "text/csv")
    @Requires(Permission.IMPORT_CONTACTS)
    void leftOut(SignedIn caller, @PathVariable UUID id, HttpServletResponse response)
            throws IOException {
        lists.find(id);
        CsvAnswer.begin(response, "left-out.csv");
        var out = response.getOutputStream();
        var head = List.of(views.say("list.line", caller), views.say("list.reason", caller));
        out.write((Csv.BEGINNING + Csv.row(head)).getBytes(StandardCharsets.UTF_8));
        int after = 0;
        List<Line> part;
        do {
            part = lists.leftOut(id, after, Limit.PAGE_ROWS.value());
            for (var line : part) {
                out.write(Csv.row(cells(line, caller)).getBytes(StandardCharsets.UTF_8));
                after = line.number();
            }
        } while (!part.isEmpty());
    }

    private List<@Nullable String> cells(Line line, SignedIn caller) {
        var cells = new ArrayList<@Nullable String>();
        cells.add(Integer.toString(line.number()));
        cells.add(views.reason(line.problem(), caller));
        cells.addAll(line.cells());
        return cells;
    }

    /** Has a checked list taken in: 202. 409 {@code list-not-checked}, {@code list-started}. */
    @PostMapping("/{id}/start")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Requires(Permission.IMPORT_CONTACTS)
    ContactListWithLines start(SignedIn caller, @PathVariable UUID id) {
        return views.withLines(lists.start(id, caller));
    }

    /** Stops a list that is being taken in, where it is; forgets any other. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.IMPORT_CONTACTS)
    void remove(SignedIn caller, @PathVariable UUID id) {
        lists.remove(id, caller);
    }
}
