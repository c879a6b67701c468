package io.moked.whatsapp;

import io.moked.channel.Content;
import io.moked.channel.TemplateFace;
import io.moked.channel.TemplateFace.Button;
import io.moked.channel.TemplateFace.Value;
import io.moked.media.MediaId;
import io.moked.whatsapp.OutboundRequests.Uploaded;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A filled template as Meta takes it: not its words but the values for each component (Cloud API,
 * "Send message templates").
 */
record TemplateRequest(Content.Template template, Map<MediaId, Uploaded> files) {

    void into(ObjectNode message) {
        var wanted = message.putObject("template").put("name", template.name());
        wanted.putObject("language")
                .put("policy", "deterministic")
                .put("code", template.language());
        var components = wanted.putArray("components");
        fill(components, template.face());
        if (!template.cards().isEmpty()) {
            var cards = components.addObject().put("type", "carousel").putArray("cards");
            for (int place = 0; place < template.cards().size(); place++) {
                var card = cards.addObject().put("card_index", place);
                fill(card.putArray("components"), template.cards().get(place));
            }
        }
    }

    /** A component that takes no values is not named: Meta counts what it is given (132000). */
    private void fill(ArrayNode components, TemplateFace face) {
        header(components, face.header());
        if (face.body() != null) {
            texts(components, "body", face.body().values());
        }
        for (int place = 0; place < face.buttons().size(); place++) {
            button(components, face.buttons().get(place), place);
        }
    }

    private void header(ArrayNode components, TemplateFace.@Nullable Top header) {
        switch (header) {
            case null -> {}
            case TemplateFace.Title(var words) -> texts(components, "header", words.values());
            case TemplateFace.Attached(var as, var media) -> {
                var described = parameter(components, as.word()).putObject(as.word());
                var file = files.get(media);
                if (file != null) {
                    described.put("id", file.id());
                    if (as == Content.FileKind.DOCUMENT) {
                        described.put("filename", file.name());
                    }
                }
            }
            case TemplateFace.Place(var at) ->
                    OutboundRequests.describe(
                            parameter(components, "location").putObject("location"), at);
        }
    }

    private static ObjectNode parameter(ArrayNode components, String type) {
        return components
                .addObject()
                .put("type", "header")
                .putArray("parameters")
                .addObject()
                .put("type", type);
    }

    private static void texts(ArrayNode components, String type, List<Value> values) {
        if (values.isEmpty()) {
            return;
        }
        var parameters = components.addObject().put("type", type).putArray("parameters");
        for (var value : values) {
            var parameter = parameters.addObject().put("type", "text").put("text", value.text());
            if (value.name() != null) {
                parameter.put("parameter_name", value.name());
            }
        }
    }

    private static void button(ArrayNode components, Button button, int place) {
        switch (button) {
            case TemplateFace.QuickReply(var label, var payload) when payload != null ->
                    value(components, place, "quick_reply", "payload").put("payload", payload);
            case TemplateFace.Link(var label, var url, var ending) when ending != null ->
                    value(components, place, "url", "text").put("text", ending);
            case TemplateFace.Code(var label, var code) ->
                    value(components, place, "copy_code", "coupon_code").put("coupon_code", code);
            case TemplateFace.OneTimeCode(var label, var code) ->
                    value(components, place, "url", "text").put("text", code);
            case TemplateFace.OpenForm(var label, var token) -> {
                var action = value(components, place, "flow", "action").putObject("action");
                if (token != null) {
                    action.put("flow_token", token);
                }
            }
            case TemplateFace.QuickReply _, TemplateFace.Link _ -> {}
            case TemplateFace.Call _, TemplateFace.OtherButton _ -> {}
        }
    }

    private static ObjectNode value(ArrayNode components, int place, String subType, String type) {
        return components
                .addObject()
                .put("type", "button")
                .put("sub_type", subType)
                .put("index", Integer.toString(place))
                .putArray("parameters")
                .addObject()
                .put("type", type);
    }
}
