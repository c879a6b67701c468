package io.moked.simulator.world;

import io.moked.simulator.web.Json;
import io.moked.simulator.world.Setup.BusinessNumber;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** How a number stands: what the Graph API tells of it, its PIN, profile and block list. */
public final class NumberState {

    private static final Duration REGISTRATION_WINDOW = Duration.ofHours(72);
    private static final int MOST_REGISTRATIONS = 10;

    private final ObjectNode node;
    private final ObjectNode profile = Json.object().put("messaging_product", "whatsapp");
    private final Deque<Instant> registrations = new ArrayDeque<>();
    private final Set<String> blocked = new LinkedHashSet<>();
    private final Set<String> stopped = new LinkedHashSet<>();
    private @Nullable String pin;
    private @Nullable String code;
    private @Nullable URI callback;

    NumberState(BusinessNumber number) {
        pin = number.pin();
        boolean ready = !number.unregistered();
        node =
                Json.object()
                        .put("id", number.id())
                        .put("display_phone_number", number.displayPhoneNumber())
                        .put("verified_name", number.name())
                        .put("code_verification_status", ready ? "VERIFIED" : "NOT_VERIFIED")
                        .put("quality_rating", "GREEN")
                        .put("platform_type", ready ? "CLOUD_API" : "NOT_APPLICABLE")
                        .put("status", ready ? "CONNECTED" : "PENDING")
                        .put("name_status", "APPROVED")
                        .put("account_mode", "LIVE")
                        .put("is_official_business_account", false)
                        .put("is_on_biz_app", number.coexistence())
                        .put("is_pin_enabled", pin != null)
                        .put("whatsapp_business_manager_messaging_limit", "TIER_2K");
        node.putObject("throughput").put("level", "STANDARD");
        node.putObject("health_status").put("can_send_message", "AVAILABLE");
        profile.put("about", "").put("vertical", "OTHER");
    }

    /** The number as the Graph API shows it. */
    public synchronized ObjectNode node() {
        return node.deepCopy();
    }

    public synchronized void change(ObjectNode fields) {
        node.setAll(fields);
    }

    public synchronized boolean registered() {
        return Json.text(node, "platform_type").equals("CLOUD_API");
    }

    /** Counts a registration or its end; false when there were too many of them in 72 hours. */
    public synchronized boolean mayRegister(Instant now) {
        registrations.removeIf(one -> one.isBefore(now.minus(REGISTRATION_WINDOW)));
        if (registrations.size() == MOST_REGISTRATIONS) {
            return false;
        }
        registrations.add(now);
        return true;
    }

    /** The first PIN is set, every other must be the same. */
    public synchronized boolean register(String given) {
        if (pin != null && !pin.equals(given)) {
            return false;
        }
        changePin(given);
        node.put("platform_type", "CLOUD_API").put("status", "CONNECTED");
        return true;
    }

    public synchronized void deregister() {
        node.put("platform_type", "NOT_APPLICABLE").put("status", "DISCONNECTED");
    }

    public synchronized void changePin(String now) {
        pin = now;
        node.put("is_pin_enabled", true);
    }

    public synchronized boolean verified() {
        return Json.text(node, "code_verification_status").equals("VERIFIED");
    }

    /** The code that Meta would now send by text message or say in a call. */
    public synchronized void requestCode() {
        code = Integer.toString(ThreadLocalRandom.current().nextInt(100_000, 1_000_000));
    }

    public synchronized Optional<String> code() {
        return Optional.ofNullable(code);
    }

    public synchronized boolean verify(String given) {
        if (!given.equals(code)) {
            return false;
        }
        code = null;
        node.put("code_verification_status", "VERIFIED");
        return true;
    }

    public synchronized ObjectNode profile() {
        return profile.deepCopy();
    }

    public synchronized void changeProfile(ObjectNode changes) {
        profile.setAll(changes);
    }

    /** Where messages of this number go instead of the app's own callback. */
    public synchronized Optional<URI> callback() {
        return Optional.ofNullable(callback);
    }

    public synchronized void callback(@Nullable URI instead) {
        callback = instead;
    }

    public synchronized boolean block(String waId) {
        return blocked.add(waId);
    }

    public synchronized boolean unblock(String waId) {
        return blocked.remove(waId);
    }

    /** The person wants no marketing of this number. */
    public synchronized void stop(String waId) {
        stopped.add(waId);
    }

    public synchronized void resume(String waId) {
        stopped.remove(waId);
    }

    public synchronized boolean stopped(String waId) {
        return stopped.contains(waId);
    }

    public synchronized boolean blocks(String waId) {
        return blocked.contains(waId);
    }

    public synchronized List<String> blocked() {
        return List.copyOf(blocked);
    }
}
