package io.moked.simulator.world;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who there is: Meta apps, the business accounts they serve with the tokens for them, and the
 * people who write to them.
 */
public record Setup(
        List<App> apps, List<Waba> wabas, List<Token> tokens, List<Customer> customers) {

    public static final Setup EMPTY = new Setup(List.of(), List.of(), List.of(), List.of());

    // Absent parts of a posted setup arrive as null.
    public Setup {
        apps = orNothing(apps);
        wabas = orNothing(wabas);
        tokens = orNothing(tokens);
        customers = orNothing(customers);
    }

    private static <T> List<T> orNothing(@Nullable List<T> given) {
        return given == null ? List.of() : List.copyOf(given);
    }

    /**
     * A Meta app, whose secret signs what is posted to its callback.
     *
     * @param fields what it has subscribed to; every field when absent
     */
    public record App(
            String id,
            String secret,
            String verifyToken,
            @Nullable URI callback,
            @Nullable List<String> fields,
            @Nullable String name) {

        public boolean hears(String field) {
            return fields == null || fields.contains(field);
        }
    }

    /**
     * A WhatsApp business account and its numbers.
     *
     * @param appId the app that is subscribed to begin with
     * @param businessId the portfolio it belongs to
     * @param verified whether Meta has verified the business
     */
    public record Waba(
            String id,
            String name,
            @Nullable String appId,
            @Nullable String businessId,
            boolean verified,
            List<BusinessNumber> numbers) {

        public Waba {
            numbers = orNothing(numbers);
        }
    }

    /**
     * A number of a business.
     *
     * @param token a token for its account, with all permissions
     * @param unregistered it can send only once it has been registered
     * @param coexistence it is used in the WhatsApp Business app as well
     * @param pin its two-step verification
     */
    public record BusinessNumber(
            String id,
            String displayPhoneNumber,
            String name,
            @Nullable String token,
            boolean unregistered,
            boolean coexistence,
            @Nullable String pin) {

        String digits() {
            return displayPhoneNumber.replaceAll("\\D", "");
        }
    }

    /**
     * A system user's access token.
     *
     * @param wabas the accounts it reaches; all when absent
     * @param scopes its permissions; all when absent
     * @param expires when it dies; never when absent
     * @param subcode why it is dead: 458, 460, 463 or 467; it lives when absent
     */
    public record Token(
            String token,
            @Nullable String appId,
            @Nullable List<String> wabas,
            @Nullable List<String> scopes,
            @Nullable Instant expires,
            @Nullable Integer subcode) {

        private static final int EXPIRED = 463;

        public static final List<String> EVERY_SCOPE =
                List.of(
                        "business_management",
                        "whatsapp_business_management",
                        "whatsapp_business_messaging");

        /** Of which of Meta's reasons it has died, if it has. */
        public Optional<Integer> death(Instant now) {
            return Optional.ofNullable(
                    expires != null && !now.isBefore(expires) ? Integer.valueOf(EXPIRED) : subcode);
        }

        public boolean reaches(Waba waba) {
            return wabas == null || wabas.contains(waba.id());
        }

        public boolean allows(String scope) {
            return granted().contains(scope);
        }

        public List<String> granted() {
            return scopes == null ? EVERY_SCOPE : scopes;
        }
    }

    /**
     * A person with WhatsApp.
     *
     * @param waId the number at the beginning, which stays the person's name in the control API
     * @param username the name shown instead of the number, which businesses then do not see
     * @param phone the number by now
     * @param hidesPhone whether businesses see the number; those with a username hide it
     * @param offline nothing arrives at the phone
     * @param identity the hash of the phone's keys
     */
    public record Customer(
            String waId,
            String name,
            @Nullable String language,
            @Nullable String avatarColor,
            @Nullable String username,
            @Nullable String phone,
            @Nullable Boolean hidesPhone,
            boolean offline,
            @Nullable String identity) {

        /** Somebody without WhatsApp. */
        public static Customer stranger(String waId) {
            return new Customer(waId, waId, null, null, null, null, null, false, null);
        }

        public String phone() {
            return phone == null ? waId : phone;
        }

        public boolean isHidden() {
            return hidesPhone == null ? username != null : hidesPhone;
        }

        public String identity() {
            return identity == null ? Integer.toHexString(waId.hashCode()) : identity;
        }
    }
}
