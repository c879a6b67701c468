package io.moked.number;

import static io.moked.graph.Json.text;
import static java.util.Objects.requireNonNullElse;

import io.moked.channel.Channel;
import io.moked.channel.Channels.Credentials;
import io.moked.graph.GraphClient;
import io.moked.graph.GraphErrors;
import io.moked.metaapp.MetaApp;
import io.moked.number.Accounts.Check;
import io.moked.number.Accounts.Number;
import io.moked.number.Accounts.Step;
import io.moked.number.Accounts.Step.Name;
import io.moked.number.Accounts.Step.State;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** One look at an account with one token: what was asked so far, and what Meta told. */
final class AccountLook {

    private static final List<String> NEEDED =
            List.of("whatsapp_business_messaging", "whatsapp_business_management");

    private static final String FIELDS =
            "id,verified_name,display_phone_number,quality_rating,status,throughput,is_on_biz_app";

    private final GraphClient graph;
    private final Credentials speaker;
    private final List<Step> steps = new ArrayList<>();
    private final List<Number> numbers = new ArrayList<>();
    private final @Nullable MetaApp ours;
    private @Nullable String app;
    private @Nullable String accountName;
    private @Nullable Instant tokenEndsAt;

    AccountLook(GraphClient graph, Credentials speaker, @Nullable MetaApp ours) {
        this.ours = ours;
        this.graph = graph;
        this.speaker = speaker;
    }

    Check all() {
        if (token() && account()) {
            numbers();
        }
        return told();
    }

    Check of(Channel channel) {
        if (token() && number(channel) && channel.accountId() != null) {
            subscription();
        }
        return told();
    }

    /**
     * Each step up to this one.
     *
     * @throws Refusals.NumberNotConnectable with the first that fails
     */
    void mustHold(Check check, Name last) {
        check.steps().stream()
                .filter(it -> it.step().compareTo(last) <= 0)
                .filter(it -> it.state() == State.FAILED)
                .findFirst()
                .ifPresent(failed -> {
                    throw new Refusals.NumberNotConnectable(failed);
                });
    }

    /** Lets the token's app hear of the account. */
    void subscribe() {
        var answer =
                Question.ask(() ->
                        graph.post(
                                speaker, "subscribed_apps", JsonNodeFactory.instance.objectNode()));
        if (!answer.isGood()) {
            throw new Refusals.NumberNotConnectable(failed(Name.SUBSCRIPTION, answer));
        }
    }

    private Check told() {
        return new Check(steps, accountName, tokenEndsAt, numbers);
    }

    private GraphClient.Answer get(String path) {
        return Question.ask(() -> graph.get(speaker, path));
    }

    private boolean done(Name step) {
        return steps.add(new Step(step, State.DONE, null));
    }

    private boolean fail(Step step) {
        steps.add(step);
        return false;
    }

    /** Meta tells what a token is good for to whoever shows it. */
    private boolean token() {
        var shown = URLEncoder.encode(speaker.token(), StandardCharsets.UTF_8);
        var answer = get("debug_token?input_token=" + shown);
        var data = answer.body().path("data");
        if (!answer.isGood() || !data.path("is_valid").asBoolean(false)) {
            return fail(failed(Name.TOKEN, answer));
        }
        long ends = data.path("expires_at").asLong(0);
        tokenEndsAt = ends == 0 ? null : Instant.ofEpochSecond(ends);
        app = text(data, "app_id");
        done(Name.TOKEN);
        if (ours != null && !ours.externalId().equals(app)) {
            return fail(new Step(Name.APP, State.FAILED, app));
        }
        var scopes = data.path("scopes").valueStream().map(it -> it.asString("")).toList();
        var missing = NEEDED.stream().filter(it -> !scopes.contains(it)).toList();
        return missing.isEmpty()
                ? done(Name.PERMISSIONS)
                : fail(new Step(Name.PERMISSIONS, State.FAILED, String.join(", ", missing)));
    }

    private boolean account() {
        var answer = get(speaker.externalId() + "?fields=id,name");
        accountName = text(answer.body(), "name");
        return answer.isGood() ? done(Name.ACCOUNT) : fail(failed(Name.ACCOUNT, answer));
    }

    private boolean numbers() {
        var answer = get(speaker.externalId() + "/phone_numbers?limit=100&fields=" + FIELDS);
        if (!answer.isGood()) {
            return fail(failed(Name.NUMBER, answer));
        }
        read(answer.body().path("data").valueStream()).forEach(numbers::add);
        return numbers.isEmpty()
                ? fail(new Step(Name.NUMBER, State.FAILED, null))
                : done(Name.NUMBER);
    }

    private boolean number(Channel channel) {
        var answer = get(channel.externalId() + "?fields=" + FIELDS);
        if (!answer.isGood()) {
            return fail(failed(Name.NUMBER, answer));
        }
        read(Stream.of(answer.body())).forEach(numbers::add);
        done(Name.NUMBER);
        return numbers.stream().allMatch(Number::isRegistered)
                ? done(Name.REGISTRATION)
                : fail(new Step(Name.REGISTRATION, State.FAILED, null));
    }

    /** That some app hears of the account says nothing: it has to be the token's own. */
    private boolean subscription() {
        var answer = get(speaker.externalId() + "/subscribed_apps");
        var apps =
                answer.body()
                        .path("data")
                        .valueStream()
                        .map(it -> text(it.path("whatsapp_business_api_data"), "id"))
                        .toList();
        return answer.isGood() && apps.contains(app)
                ? done(Name.SUBSCRIPTION)
                : fail(failed(Name.SUBSCRIPTION, answer));
    }

    private static Stream<Number> read(Stream<JsonNode> numbers) {
        return numbers.map(it ->
                new Number(
                        requireNonNullElse(text(it, "id"), ""),
                        requireNonNullElse(text(it, "verified_name"), ""),
                        requireNonNullElse(text(it, "display_phone_number"), ""),
                        Optional.ofNullable(text(it, "quality_rating"))
                                .filter(quality -> !quality.equals("UNKNOWN"))
                                .orElse(null),
                        "CONNECTED".equals(text(it, "status")),
                        throughput(it)));
    }

    /** Cloud API, "Throughput": a number that lives in the phone app too may send less. */
    private static int throughput(JsonNode number) {
        if (number.path("is_on_biz_app").asBoolean(false)) {
            return 20;
        }
        return "HIGH".equals(text(number.path("throughput"), "level")) ? 1_000 : 80;
    }

    private static Step failed(Name step, GraphClient.Answer answer) {
        return new Step(step, State.FAILED, GraphErrors.words(answer));
    }
}
