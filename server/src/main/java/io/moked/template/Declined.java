package io.moked.template;

import static java.util.Objects.requireNonNullElse;

import io.moked.graph.GraphClient.Answer;
import io.moked.graph.GraphErrors;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Meta's no to a template, in its words for people, with the field where a code tells it. */
final class Declined {

    /** Cloud API, "Error codes", template creation. */
    private static final Map<Integer, String> FIELDS =
            Map.of(
                    2388023, "name",
                    2388024, "language",
                    2388047, "layout.header",
                    2388072, "layout.body",
                    2388073, "layout.footer",
                    2388273, "samples.header",
                    2388293, "layout.body",
                    2388299, "layout.body");

    private Declined() {}

    static Refusals.TemplateDeclined of(Answer answer, @Nullable String field) {
        var error = answer.body().path("error");
        var forPeople = error.path("error_user_msg").asString("");
        var words = requireNonNullElse(GraphErrors.words(answer), "");
        var told = FIELDS.get(error.path("error_subcode").asInt(0));
        return new Refusals.TemplateDeclined(
                field == null ? told : field, forPeople.isEmpty() ? words : forPeople);
    }
}
