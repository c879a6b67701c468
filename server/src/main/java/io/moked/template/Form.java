package io.moked.template;

import io.moked.channel.Content;
import io.moked.channel.Content.FileKind;
import io.moked.media.MediaId;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A template that is filled again and again; each of its files is looked at once. */
public final class Form {

    private final Template template;
    private final Filling.Files files;
    private final Set<MediaId> known = new HashSet<>();

    Form(Template template, Filling.Files files) {
        this.template = template;
        this.files = files;
    }

    public Template template() {
        return template;
    }

    /** Refuses values that are missing or that Meta would not take, by the name of the variable. */
    public Content.Template filled(Map<String, String> values) {
        return new Filling(template, values, this::check).filled();
    }

    private void check(MediaId file, FileKind kind) {
        if (!known.contains(file)) {
            files.check(file, kind);
            known.add(file);
        }
    }
}
