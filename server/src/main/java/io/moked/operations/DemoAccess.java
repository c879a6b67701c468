package io.moked.operations;

import java.util.List;

/** How to get into a demo: its businesses, their numbers and people, and the operator. */
public record DemoAccess(List<Tenant> tenants, SignIn operator) {

    public record Tenant(
            String id,
            String name,
            String language,
            String wabaId,
            String apiToken,
            List<Channel> channels,
            List<Person> users) {}

    public record Channel(String id, String phoneNumberId, String displayPhoneNumber) {}

    public record Person(String email, String password, String role, String language) {}

    public record SignIn(String email, String password) {}
}
