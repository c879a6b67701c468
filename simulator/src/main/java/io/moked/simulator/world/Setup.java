package io.moked.simulator.world;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who there is: Meta apps, the business accounts they serve, and the people who write to them. */
public record Setup(List<App> apps, List<Waba> wabas, List<Customer> customers) {

    public static final Setup EMPTY = new Setup(List.of(), List.of(), List.of());

    // Absent parts of a posted setup arrive as null.
    @SuppressWarnings("ConstantValue")
    public Setup {
        apps = apps == null ? List.of() : List.copyOf(apps);
        wabas = wabas == null ? List.of() : List.copyOf(wabas);
        customers = customers == null ? List.of() : List.copyOf(customers);
    }

    /** A Meta app, whose secret signs what is posted to its callback. */
    public record App(String id, String secret, String verifyToken, @Nullable URI callback) {}

    /** A WhatsApp business account and its numbers. */
    public record Waba(String id, String name, String appId, List<BusinessNumber> numbers) {

        @SuppressWarnings("ConstantValue")
        public Waba {
            numbers = numbers == null ? List.of() : List.copyOf(numbers);
        }
    }

    /** A number of a business with the token that may use it. */
    public record BusinessNumber(String id, String displayPhoneNumber, String name, String token) {

        String digits() {
            return displayPhoneNumber.replaceAll("\\D", "");
        }
    }

    /** A person with WhatsApp; one with a username keeps the phone number from the business. */
    public record Customer(
            String waId,
            String name,
            @Nullable String language,
            @Nullable String avatarColor,
            @Nullable String username) {

        public boolean hidesPhone() {
            return username != null;
        }
    }
}
