package io.moked.conversation.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message to be sent.
 *
 * @param type {@code text} with {@code body}; {@code image}, {@code audio}, {@code video}, {@code
 *     document} or {@code sticker} with {@code mediaId}; {@code location} with {@code place};
 *     {@code contacts} with {@code people}; {@code reaction} with {@code emoji}, to what {@code
 *     replyTo} names; {@code template} with {@code templateId}; or something to be tapped with
 *     {@code body} and {@code offer}: {@code menu}, {@code link}, {@code location-request}, {@code
 *     contact-request}, {@code flow}, {@code carousel}, {@code product}, {@code product-list},
 *     {@code catalog}
 * @param preview of {@code text}, whether its first link is shown with a picture; it is, unless
 *     this says otherwise
 * @param voice of {@code audio}, whether it was recorded on the spot
 * @param emoji none takes the last one away
 * @param values of a template's variables, each by its {@code key}
 */
record NewContent(
        @NotNull String type,
        @Nullable String body,
        @Nullable Boolean preview,
        @Nullable UUID mediaId,
        @Nullable String caption,
        @Nullable Boolean voice,
        @Nullable String emoji,
        @Nullable @Valid NewPlace place,
        @Nullable List<@NotNull @Valid NewCard> people,
        @Nullable @Valid NewOffer offer,
        @Nullable UUID templateId,
        @Nullable Map<String, String> values) {

    /** In degrees. */
    record NewPlace(
            @NotNull @Nullable Double latitude,
            @NotNull @Nullable Double longitude,
            @Nullable String name,
            @Nullable String address) {}

    /** Somebody whose card is passed on. */
    record NewCard(
            @Nullable String name,
            @Nullable String organization,
            @Nullable List<@NotNull String> phones,
            @Nullable List<@NotNull String> emails) {}

    /**
     * What can be tapped; one of the parts, as the type says.
     *
     * @param buttons or else {@code list}, of a {@code menu}
     * @param cards or else {@code products} in one section, of a {@code carousel}
     * @param products one of a {@code product}, and several of a {@code product-list}; of a {@code
     *     catalog}, the one whose picture is shown
     */
    record NewOffer(
            @Nullable @Valid NewHeader header,
            @Nullable String footer,
            @Nullable List<@NotNull @Valid OfferedButton> buttons,
            @Nullable @Valid OfferedList list,
            @Nullable @Valid OfferedLink link,
            @Nullable @Valid OfferedFlow flow,
            @Nullable List<@NotNull @Valid NewOfferedCard> cards,
            @Nullable @Valid OfferedProducts products) {}

    /**
     * What stands above.
     *
     * @param type {@code text}, or {@code image}, {@code video}, {@code document} with {@code
     *     mediaId}
     */
    record NewHeader(@NotNull String type, @Nullable String text, @Nullable UUID mediaId) {}

    /** What comes back when it is tapped has the same id; without one, it gets one. */
    record OfferedButton(@Nullable String id, @Nullable String title) {}

    /** Lines to choose one of; {@code button} opens them. */
    record OfferedList(
            @Nullable String button, @Nullable List<@NotNull @Valid OfferedSection> sections) {}

    /** Lines that belong together; only a single section needs no title. */
    record OfferedSection(
            @Nullable String title, @Nullable List<@NotNull @Valid OfferedRow> rows) {}

    record OfferedRow(@Nullable String id, @Nullable String title, @Nullable String description) {}

    /** A web address behind a button. */
    record OfferedLink(@Nullable String button, @Nullable String url) {}

    /**
     * A form made at Meta.
     *
     * @param flowId Meta's id of it, or else {@code flowName}
     * @param token comes back with the answers
     * @param screen where it begins, if not where its maker says
     * @param values JSON that this screen is given
     */
    record OfferedFlow(
            @Nullable String flowId,
            @Nullable String flowName,
            @Nullable String button,
            @Nullable String token,
            @Nullable String screen,
            @Nullable String values) {}

    /** One card of a carousel, with a picture or a video. */
    record NewOfferedCard(
            @NotNull String type,
            @NotNull UUID mediaId,
            @Nullable String body,
            @Nullable @Valid OfferedLink link) {}

    /** Products as the business's catalogue at Meta calls them. */
    record OfferedProducts(
            @Nullable String catalogId, @Nullable List<@NotNull @Valid ProductSection> sections) {}

    /** Products that belong together; only a single section needs no title. */
    record ProductSection(@Nullable String title, @Nullable List<@NotNull String> products) {}
}
