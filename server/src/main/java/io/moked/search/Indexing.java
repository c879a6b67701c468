package io.moked.search;

import io.moked.conversation.Message.Writing;
import io.moked.conversation.Message.Writings;
import io.moked.media.Media;
import io.moked.media.MediaLibrary;
import io.moked.search.EntryStore.Entry;
import io.moked.tenancy.TenantId;
import io.moked.tenancy.TenantScope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Writes down by what writings are found, as they stand at that moment. Whoever does so for a
 * tenant does it alone, so that nothing old is written over something newer.
 */
@Component
class Indexing {

    private final EntryStore store;
    private final Writings writings;
    private final MediaLibrary library;

    Indexing(EntryStore store, Writings writings, MediaLibrary library) {
        this.store = store;
        this.writings = writings;
        this.library = library;
    }

    /** Within a transaction of the worker's, which has locked this tenant's progress. */
    void write(TenantId tenant, Collection<UUID> ids) {
        var entries = TenantScope.call(tenant, () -> read(ids));
        store.put(tenant, entries.stream().filter(it -> !it.words().isEmpty()).toList());
        store.empty(tenant, entries.stream().filter(it -> it.words().isEmpty()).toList());
    }

    private List<Entry> read(Collection<UUID> ids) {
        var found = new ArrayList<>(writings.find(ids).values());
        var files = library.describe(found.stream().flatMap(it -> it.files().stream()).toList());
        return found.stream()
                .map(it -> new Entry(it.id(), it.at(), it.conversation(), words(it, files)))
                .toList();
    }

    /** Of what says nothing and holds no file, none. */
    private static String words(Writing it, Map<UUID, Media> files) {
        var words = new LinkedHashSet<String>();
        Word.of(it.words()).forEach(word -> words.addAll(word.forms()));
        names(it, files).forEach(name -> Word.of(name).forEach(word -> words.addAll(word.forms())));
        if (words.isEmpty() && it.files().isEmpty()) {
            return "";
        }
        words.addAll(marks(it));
        return String.join(" ", words);
    }

    static List<String> names(Writing it, Map<UUID, Media> files) {
        return it.files().stream()
                .map(files::get)
                .filter(Objects::nonNull)
                .map(Media::fileName)
                .filter(Objects::nonNull)
                .toList();
    }

    static Set<String> marks(Writing it) {
        var marks = new LinkedHashSet<String>();
        marks.add(Marks.by(it.by()));
        marks.add(Marks.channel(it.channel()));
        if (it.author() != null) {
            marks.add(Marks.author(it.author()));
        }
        marks.add(it.files().isEmpty() ? Marks.WITHOUT_FILE : Marks.WITH_FILE);
        return marks;
    }
}
