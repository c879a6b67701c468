package io.moked.simulator.world;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.moked.simulator.world.Setup.App;
import io.moked.simulator.world.Setup.BusinessNumber;
import io.moked.simulator.world.Setup.Customer;
import io.moked.simulator.world.Setup.Token;
import io.moked.simulator.world.Setup.Waba;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Everybody there is, found by their ids. */
public final class World {

    private final Accounts accounts = new Accounts();
    private final Tokens tokens = new Tokens();
    private volatile Setup setup = Setup.EMPTY;
    private volatile Map<String, Customer> customers = new ConcurrentHashMap<>();

    public Setup setup() {
        return setup;
    }

    /** People who are set up as they were stay as they have become. */
    public synchronized void become(Setup setup) {
        Set<Customer> before = Set.copyOf(this.setup.customers());
        Map<String, Customer> now = customers;
        customers =
                setup.customers().stream()
                        .map(one -> before.contains(one) ? now.getOrDefault(one.waId(), one) : one)
                        .collect(
                                toMap(
                                        Customer::waId,
                                        identity(),
                                        (first, second) -> second,
                                        ConcurrentHashMap::new));
        this.setup = setup;
    }

    public Accounts accounts() {
        return accounts;
    }

    public NumberState state(Line line) {
        return accounts.of(line.number);
    }

    public Tokens tokens() {
        return tokens;
    }

    public Optional<Token> token(String token) {
        return tokens.find(setup, token);
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

    public Optional<Customer> customer(String waId) {
        return Optional.ofNullable(customers.get(waId));
    }

    /** Everybody, as they are by now. */
    public List<Customer> customers() {
        return setup.customers().stream().flatMap(one -> customer(one.waId()).stream()).toList();
    }

    /** Whose phone has this number now, in any of the forms it is written in. */
    public Optional<Customer> reached(String number) {
        Set<String> forms = NationalForms.of(number);
        return customer(number)
                .filter(one -> one.phone().equals(number))
                .or(() ->
                        customers.values().stream()
                                .filter(one -> forms.contains(one.phone()))
                                .findFirst());
    }

    public Optional<Customer> customer(String userId, Waba waba) {
        return customers.values().stream()
                .filter(one -> UserId.of(one, waba).equals(userId))
                .findFirst();
    }

    public Optional<Customer> change(String waId, UnaryOperator<Customer> how) {
        return Optional.ofNullable(customers.computeIfPresent(waId, (id, one) -> how.apply(one)));
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
