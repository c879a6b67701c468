package io.moked.greeting.web;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.access.SignedIn;
import io.moked.greeting.GreetingTexts;
import io.moked.greeting.Setting;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a business understands of what is written to it, and how often it says the same. */
@RestController
@RequestMapping("/api/v1/greeting-setting")
class GreetingSettingController {

    private final GreetingTexts texts;

    GreetingSettingController(GreetingTexts texts) {
        this.texts = texts;
    }

    /**
     * Set words, and times.
     *
     * @param askWords whoever writes one of them and nothing else is told how long it will take
     * @param giveUpWords whoever waits and writes one of these wants no answer any more: the
     *     conversation ends
     * @param greetAgainHours after which a contact is greeted again, or told again that nobody is
     *     there; 1 to 168
     * @param askAgainMinutes after which a contact is told again how long it will take; 1 to 1440
     */
    record GreetingSetting(
            @NotNull List<@NotNull String> askWords,
            @NotNull List<@NotNull String> giveUpWords,
            @NotNull Integer greetAgainHours,
            @NotNull Integer askAgainMinutes) {

        static GreetingSetting of(Setting it) {
            return new GreetingSetting(
                    it.askWords(), it.giveUpWords(), it.greetAgainHours(), it.askAgainMinutes());
        }

        Setting setting() {
            return new Setting(askWords, giveUpWords, greetAgainHours, askAgainMinutes);
        }
    }

    /** As it is set. */
    @GetMapping
    @Requires(Permission.MANAGE_DEPARTMENTS)
    GreetingSetting get() {
        return GreetingSetting.of(texts.setting());
    }

    /** Sets it. 400 with {@code also-asks} for a word that would mean both. */
    @PutMapping
    @Requires(Permission.MANAGE_DEPARTMENTS)
    GreetingSetting put(SignedIn caller, @Valid @RequestBody GreetingSetting wanted) {
        return GreetingSetting.of(texts.set(wanted.setting(), caller));
    }
}
