package io.moked.simulator.world;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.moked.simulator.world.Setup.App;
import io.moked.simulator.world.Setup.BusinessNumber;
import io.moked.simulator.world.Setup.Customer;
import io.moked.simulator.world.Setup.Waba;
import java.util.Map;
import java.util.Optional;

/** Everybody there is, found by their ids. */
public final class World {

    private volatile Setup setup = Setup.EMPTY;
    private volatile Map<String, Customer> customers = Map.of();

    public Setup setup() {
        return setup;
    }

    public void become(Setup setup) {
        this.setup = setup;
        this.customers =
                setup.customers().stream()
                        .collect(toMap(Customer::waId, identity(), (first, second) -> second));
    }

    public Optional<App> app(String id) {
        return setup.apps().stream().filter(app -> app.id().equals(id)).findFirst();
    }

    public Optional<Waba> waba(String id) {
        return setup.wabas().stream().filter(waba -> waba.id().equals(id)).findFirst();
    }

    public Optional<Line> line(String phoneNumberId) {
        for (Waba waba : setup.wabas()) {
            for (BusinessNumber number : waba.numbers()) {
                if (number.id().equals(phoneNumberId)) {
                    return Optional.of(new Line(waba, number));
                }
            }
        }
        return Optional.empty();
    }

    public boolean knows(String token) {
        return setup.wabas().stream()
                .flatMap(waba -> waba.numbers().stream())
                .anyMatch(number -> number.token().equals(token));
    }

    public Optional<Customer> customer(String waId) {
        return Optional.ofNullable(customers.get(waId));
    }

    public Optional<Customer> customer(String userId, Waba waba) {
        return setup.customers().stream()
                .filter(one -> UserId.of(one, waba).equals(userId))
                .findFirst();
    }

    /** A number of a business together with the account it belongs to. */
    public record Line(Waba waba, BusinessNumber number) {

        public String digits() {
            return number.digits();
        }

        public String userId(Customer customer) {
            return UserId.of(customer, waba);
        }
    }
}
