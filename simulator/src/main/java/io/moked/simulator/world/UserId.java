package io.moked.simulator.world;

import io.moked.simulator.world.Setup.Customer;
import io.moked.simulator.world.Setup.Waba;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;

/** Business-scoped user ids: the same for one person and one business, whenever it is asked. */
final class UserId {

    private static final Map<String, String> COUNTRIES =
            Map.of(
                    "972", "IL", "44", "GB", "49", "DE", "33", "FR", "55", "BR", "52", "MX", "54",
                    "AR", "91", "IN");

    private UserId() {}

    static String of(Customer customer, Waba waba) {
        String digits = new BigInteger(1, sha256(customer.phone() + "@" + waba.id())).toString();
        return country(customer.phone()) + "." + digits.substring(0, 20);
    }

    private static String country(String waId) {
        return COUNTRIES.entrySet().stream()
                .filter(country -> waId.startsWith(country.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("US");
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
