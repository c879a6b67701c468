package io.moked.conversation.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.moked.channel.Content;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a message holds beside words.
 *
 * @param place of a location, in degrees
 * @param people of contacts
 * @param answers of a form, in its order
 * @param products of an order
 * @param catalogue Meta's id of what they are from
 * @param offer what can be tapped in a message of ours
 * @param call how a call went
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ContentDetails(
        @Nullable SharedPlace place,
        @Nullable List<Card> people,
        @Nullable List<FormAnswer> answers,
        @Nullable List<OrderedProduct> products,
        @Nullable String catalogue,
        @Nullable OfferView offer,
        @Nullable CallView call) {

    private static final JsonMapper JSON = new JsonMapper();

    /** Meta's own word on which form this was answered for, and no answer. */
    private static final String FORM_TOKEN = "flow_token";

    /** A place on the earth. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SharedPlace(
            double latitude, double longitude, @Nullable String name, @Nullable String address) {}

    /** Somebody whose card was passed on; {@code addresses} have one line each. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Card(
            String name,
            @Nullable String organization,
            List<String> phones,
            List<String> emails,
            List<String> addresses,
            List<String> urls,
            @Nullable String birthday) {}

    /** What was filled in; {@code question} is the form's name of the field. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FormAnswer(@Nullable String question, String answer) {}

    /** A product as the seller's catalogue calls it; {@code price} is of one piece. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OrderedProduct(
            String product, int quantity, @Nullable String price, @Nullable String currency) {}

    /** A call; {@code isTaken} is missing while it rings, {@code seconds} where nobody spoke. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CallView(@Nullable Boolean isTaken, @Nullable Integer seconds) {}

    static ContentDetails of(Content.Call it) {
        var call = new CallView(it.isTaken(), it.seconds());
        return new ContentDetails(null, null, null, null, null, null, call);
    }

    static ContentDetails of(Content.Location it) {
        var place = new SharedPlace(it.latitude(), it.longitude(), it.name(), it.address());
        return new ContentDetails(place, null, null, null, null, null, null);
    }

    static ContentDetails of(Content.Cards cards) {
        var people =
                cards.people().stream()
                        .map(it ->
                                new Card(
                                        it.name(),
                                        it.organization(),
                                        it.phones(),
                                        it.emails(),
                                        it.addresses(),
                                        it.urls(),
                                        it.birthday()))
                        .toList();
        return new ContentDetails(null, people, null, null, null, null, null);
    }

    static ContentDetails of(Content.Form form) {
        return new ContentDetails(null, null, answers(form.answers()), null, null, null, null);
    }

    /** What a form answers need not be JSON; then it is shown as it is. */
    private static List<FormAnswer> answers(@Nullable String told) {
        if (told == null) {
            return List.of();
        }
        JsonNode fields;
        try {
            fields = JSON.readTree(told);
        } catch (JacksonException broken) {
            return List.of(new FormAnswer(null, told));
        }
        var answers = new ArrayList<FormAnswer>();
        fields.forEachEntry((question, answer) -> {
            if (!question.equals(FORM_TOKEN)) {
                var words = answer.isContainer() ? answer.toString() : answer.asString("");
                answers.add(new FormAnswer(question, words));
            }
        });
        return fields.isObject() ? answers : List.of(new FormAnswer(null, told));
    }

    static ContentDetails of(OfferView offer) {
        return new ContentDetails(null, null, null, null, null, offer, null);
    }

    static ContentDetails of(Content.Order order) {
        var products =
                order.lines().stream()
                        .map(it ->
                                new OrderedProduct(
                                        it.product(), it.quantity(), it.price(), it.currency()))
                        .toList();
        return new ContentDetails(null, null, null, products, order.catalogue(), null, null);
    }
}
