package io.moked.metaapp.web;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.access.SignedIn;
import io.moked.kernel.PublicUrl;
import io.moked.kernel.Slice;
import io.moked.metaapp.MetaApp;
import io.moked.metaapp.MetaApps;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Apps of a tenant at Meta, and where they deliver to. */
@RestController
@RequestMapping("/api/v1/meta-apps")
class MetaAppsController {

    private static final String WEBHOOKS = "/webhooks/whatsapp/";
    private static final String PRINTABLE = "[\\x21-\\x7E]+";

    private final MetaApps apps;
    private final PublicUrl publicUrl;

    MetaAppsController(MetaApps apps, PublicUrl publicUrl) {
        this.apps = apps;
        this.publicUrl = publicUrl;
    }

    /**
     * An app to deliver by.
     *
     * @param name what it is called here
     * @param metaAppId Meta's id of it
     * @param secret what Meta calls the app secret
     */
    record NewMetaApp(
            @NotBlank @Size(max = 200) String name,
            @Pattern(regexp = "\\d{5,25}") String metaAppId,
            @NotBlank @Size(max = 200) @Pattern(regexp = PRINTABLE) String secret) {}

    /** Another secret of an app. */
    record NewAppSecret(@NotBlank @Size(max = 200) @Pattern(regexp = PRINTABLE) String secret) {}

    /**
     * An app, never with its secrets.
     *
     * @param callbackUrl where it is told to deliver
     * @param verifyToken what it shows when that is registered
     * @param secrets how many it may sign with
     * @param deliveredAt about when it last delivered anything
     */
    record AppOfMeta(
            UUID id,
            String name,
            String metaAppId,
            String callbackUrl,
            String verifyToken,
            int secrets,
            Instant createdAt,
            @Nullable Instant deliveredAt) {}

    /** All of them, by name. */
    @GetMapping
    @Requires(Permission.MANAGE_CHANNELS)
    Slice<AppOfMeta> list() {
        return Slice.whole(apps.all().stream().map(this::told).toList());
    }

    /**
     * Gives an app an address of its own, whose deliveries have to be signed with its secret. The
     * secret is kept encrypted and never told again. 409 {@code app-already-added} or {@code
     * too-many-apps}.
     */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(value = Permission.MANAGE_CHANNELS, fresh = true)
    AppOfMeta add(SignedIn caller, @Valid @RequestBody NewMetaApp wanted) {
        return told(apps.add(wanted.name().strip(), wanted.metaAppId(), wanted.secret(), caller));
    }

    /** Ends its address. 409 {@code app-in-use} while numbers are connected through it. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(value = Permission.MANAGE_CHANNELS, fresh = true)
    void remove(SignedIn caller, @PathVariable UUID id) {
        apps.remove(id, caller);
    }

    /**
     * Adds a second secret, so that either is right while Meta changes from one to the other. 409
     * {@code app-has-two-secrets}.
     */
    @PostMapping("/{id}/secrets")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(value = Permission.MANAGE_CHANNELS, fresh = true)
    void addSecret(SignedIn caller, @PathVariable UUID id, @Valid @RequestBody NewAppSecret added) {
        apps.addSecret(id, added.secret(), caller);
    }

    /** Retires the secret that was there first. 409 {@code app-has-one-secret}. */
    @DeleteMapping("/{id}/secrets/old")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(value = Permission.MANAGE_CHANNELS, fresh = true)
    void retireOld(SignedIn caller, @PathVariable UUID id) {
        apps.retire(id, MetaApps.Secret.OLD, caller);
    }

    /** Takes back the secret that was added last. 409 {@code app-has-one-secret}. */
    @DeleteMapping("/{id}/secrets/new")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(value = Permission.MANAGE_CHANNELS, fresh = true)
    void retireNew(SignedIn caller, @PathVariable UUID id) {
        apps.retire(id, MetaApps.Secret.NEW, caller);
    }

    private AppOfMeta told(MetaApp app) {
        return new AppOfMeta(
                app.id(),
                app.name(),
                app.externalId(),
                publicUrl.page(WEBHOOKS + app.key()),
                app.token(),
                app.secrets(),
                app.createdAt(),
                app.deliveredAt());
    }
}
