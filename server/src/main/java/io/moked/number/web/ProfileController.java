package io.moked.number.web;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.channel.ChannelId;
import io.moked.kernel.Limit;
import io.moked.number.PictureTooLarge;
import io.moked.number.Profiles;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** What people see of a business in WhatsApp. */
@RestController
@RequestMapping("/api/v1/channels/{id}/profile")
class ProfileController {

    private final Profiles profiles;

    ProfileController(Profiles profiles) {
        this.profiles = profiles;
    }

    /**
     * The profile of a number; empty where nothing is said.
     *
     * @param about one line below the name
     * @param vertical what the business does, in Meta's word, such as {@code RETAIL}
     * @param picture where Meta shows the picture; it has an address of its own
     */
    record NumberProfile(
            @NotNull @Size(max = 139) String about,
            @NotNull @Size(max = 256) String address,
            @NotNull @Size(max = 256) String description,
            @NotNull @Email @Size(max = 128) String email,
            @NotNull @Size(max = 40) String vertical,
            @NotNull @Size(max = 2) List<@NotNull @Size(max = 256) String> websites,
            @Nullable String picture) {}

    /** As Meta tells it now. 409 {@code meta-declined}; 503 {@code meta-not-reached}. */
    @GetMapping
    @Requires(Permission.MANAGE_CHANNELS)
    NumberProfile read(@PathVariable UUID id) {
        var profile = profiles.read(new ChannelId(id));
        return new NumberProfile(
                profile.about(),
                profile.address(),
                profile.description(),
                profile.email(),
                profile.vertical(),
                profile.websites(),
                profile.picture());
    }

    /**
     * Changes all of it but the picture. 409 {@code meta-declined}; 503 {@code meta-not-reached}.
     */
    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.MANAGE_CHANNELS)
    void write(@PathVariable UUID id, @Valid @RequestBody NumberProfile wanted) {
        profiles.write(
                new ChannelId(id),
                new Profiles.Profile(
                        wanted.about().strip(),
                        wanted.address().strip(),
                        wanted.description().strip(),
                        wanted.email().strip(),
                        wanted.vertical(),
                        wanted.websites().stream()
                                .map(String::strip)
                                .filter(it -> !it.isEmpty())
                                .toList(),
                        null));
    }

    /**
     * Shows another picture: JPEG or PNG of at most 5 MB; {@code file} is the multipart field. 413
     * {@code picture-too-large}, 409 {@code meta-declined}, 503 {@code meta-not-reached}.
     */
    @PostMapping(path = "/picture", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.MANAGE_CHANNELS)
    void show(@PathVariable UUID id, @RequestParam MultipartFile file) throws IOException {
        if (file.getSize() > Limit.PROFILE_PICTURE_BYTES.value()) {
            throw new PictureTooLarge();
        }
        profiles.show(new ChannelId(id), file.getBytes());
    }
}
