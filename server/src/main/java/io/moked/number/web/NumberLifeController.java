package io.moked.number.web;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.channel.ChannelId;
import io.moked.number.Numbers;
import io.moked.number.Registration;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What becomes of a connected number: its name, its token, its registration, its end. */
@RestController
@RequestMapping("/api/v1/channels/{id}")
class NumberLifeController {

    private final Numbers numbers;
    private final Registration registration;

    NumberLifeController(Numbers numbers, Registration registration) {
        this.numbers = numbers;
        this.registration = registration;
    }

    record NumberName(@NotBlank @Size(max = 200) String name) {}

    record NumberToken(@NotBlank @Size(max = 2_000) String token) {}

    /**
     * Through which app of Meta's a number comes and goes.
     *
     * @param appId of the business's own; none for the platform's
     */
    record OtherApp(@Nullable UUID appId, @NotBlank @Size(max = 2_000) String token) {}

    /**
     * How Meta is to tell the code.
     *
     * @param language that it is told in, such as {@code he_IL} or {@code en_US}
     */
    record CodeWanted(
            @NotNull Registration.Way way,
            @NotBlank @Pattern(regexp = "[a-z]{2}_[A-Z]{2}") String language) {}

    record ToldCode(@NotBlank @Size(max = 20) String code) {}

    record NumberPin(@NotBlank @Size(max = 20) String pin) {}

    /** What people here call it. 409 {@code channel-ended}. */
    @PutMapping("/name")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.MANAGE_CHANNELS)
    void rename(@PathVariable UUID id, @Valid @RequestBody NumberName wanted) {
        numbers.rename(new ChannelId(id), wanted.name().strip());
    }

    /**
     * Speaks for the number with another token, which is looked at before; what waits to be sent
     * goes on. 409 {@code number-not-connectable} with the step that {@code failed}, or {@code
     * channel-ended}; 503 {@code meta-not-reached}.
     */
    @PutMapping("/token")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(value = Permission.MANAGE_CHANNELS, fresh = true)
    void renewToken(@PathVariable UUID id, @Valid @RequestBody NumberToken wanted) {
        numbers.renewToken(new ChannelId(id), wanted.token());
    }

    /**
     * Moves the number to another app of Meta's, with a token of that one; conversations go on. 409
     * {@code number-not-connectable} with the step that {@code failed}, or {@code channel-ended};
     * 503 {@code meta-not-reached}.
     */
    @PutMapping("/app")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(value = Permission.MANAGE_CHANNELS, fresh = true)
    void moveTo(@PathVariable UUID id, @Valid @RequestBody OtherApp wanted) {
        numbers.moveTo(new ChannelId(id), wanted.appId(), wanted.token());
    }

    /**
     * Disconnects the number: its token is forgotten, nothing comes or goes any more, what was said
     * stays. Connected again, it goes on as the same. 409 {@code channel-ended}.
     */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(value = Permission.MANAGE_CHANNELS, fresh = true)
    void disconnect(@PathVariable UUID id) {
        numbers.disconnect(new ChannelId(id));
    }

    /**
     * Lets Meta call the number, or write to it, with a code that proves whose it is. 409 {@code
     * meta-declined} with its {@code reason}; 503 {@code meta-not-reached}.
     */
    @PostMapping("/codes")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Requires(Permission.MANAGE_CHANNELS)
    void askForCode(@PathVariable UUID id, @Valid @RequestBody CodeWanted wanted) {
        registration.askForCode(new ChannelId(id), wanted.way(), wanted.language());
    }

    /** Shows Meta the code. 409 {@code meta-declined}; 503 {@code meta-not-reached}. */
    @PostMapping("/codes/proof")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.MANAGE_CHANNELS)
    void proveCode(@PathVariable UUID id, @Valid @RequestBody ToldCode told) {
        registration.proveCode(new ChannelId(id), told.code());
    }

    /**
     * Registers the number with the Cloud API, after which it may send. The six digits are set as
     * its PIN, or have to be the ones that are set. Meta allows this ten times in three days. 409
     * {@code meta-declined}; 503 {@code meta-not-reached}.
     */
    @PostMapping("/registration")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(value = Permission.MANAGE_CHANNELS, fresh = true)
    void register(@PathVariable UUID id, @Valid @RequestBody NumberPin wanted) {
        registration.register(new ChannelId(id), wanted.pin());
    }

    /** Sets another PIN. 409 {@code meta-declined}; 503 {@code meta-not-reached}. */
    @PutMapping("/pin")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(value = Permission.MANAGE_CHANNELS, fresh = true)
    void changePin(@PathVariable UUID id, @Valid @RequestBody NumberPin wanted) {
        registration.changePin(new ChannelId(id), wanted.pin());
    }
}
