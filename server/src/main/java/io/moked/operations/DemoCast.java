package io.moked.operations;

import io.moked.access.Role;
import java.util.List;

/** Who plays in a demo: a flower shop that works in English and a clinic that works in Hebrew. */
final class DemoCast {

    static final Part OPERATOR =
            new Part("Platform Operator", "operator@moked.example", "en", Role.OPERATOR);

    static final List<Business> BUSINESSES =
            List.of(
                    new Business(
                            "Bloom & Co",
                            "en",
                            "General",
                            "200100000001",
                            "100200000001",
                            "+1 555 010 0001",
                            List.of(
                                    new Part("Alex Reed", "alex@bloom.example", "en", Role.AGENT),
                                    new Part("Sam Carter", "sam@bloom.example", "en", Role.AGENT),
                                    new Part(
                                            "Robin Blake",
                                            "robin@bloom.example",
                                            "en",
                                            Role.MANAGER),
                                    new Part(
                                            "Dana Cole",
                                            "dana@bloom.example",
                                            "en",
                                            Role.ADMINISTRATOR))),
                    new Business(
                            "מרפאת השקמה",
                            "he",
                            "כללי",
                            "200100000002",
                            "100200000002",
                            "+972 3 555 0102",
                            List.of(
                                    new Part("נועה לוי", "noa@shikma.example", "he", Role.AGENT),
                                    new Part("יואב כהן", "yoav@shikma.example", "he", Role.AGENT),
                                    new Part(
                                            "תמר אביב", "tamar@shikma.example", "he", Role.MANAGER),
                                    new Part(
                                            "אורי שלו",
                                            "uri@shikma.example",
                                            "he",
                                            Role.ADMINISTRATOR))));

    /** The third writes to both businesses from one and the same phone. */
    static final List<Customer> CUSTOMERS =
            List.of(
                    new Customer("15550100101", "Emma Stone-Hill", "en", List.of(0)),
                    new Customer("15550100102", "Liam Ortega", "en", List.of(0)),
                    new Customer("972505550103", "Maya Ben-David", "he", List.of(0, 1)),
                    new Customer("15550100104", "Olivia Grant", "en", List.of(0)),
                    new Customer("972525550105", "רוני מזרחי", "he", List.of(1)),
                    new Customer("972545550106", "עדי פרץ", "he", List.of(1)),
                    new Customer("972535550107", "יעל ברק", "he", List.of(1)));

    private DemoCast() {}

    record Part(String name, String email, String language, Role role) {}

    record Business(
            String name,
            String language,
            String department,
            String accountId,
            String phoneNumberId,
            String displayPhone,
            List<Part> people) {}

    /** Someone with a phone, and the businesses they write to. */
    record Customer(String phone, String name, String language, List<Integer> businesses) {}
}
