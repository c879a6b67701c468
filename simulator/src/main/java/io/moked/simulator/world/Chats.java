package io.moked.simulator.world;

import io.moked.simulator.web.Json;
import io.moked.simulator.world.DataFolder.Name;
import io.moked.simulator.world.Entry.Side;
import io.moked.simulator.world.Entry.Status;
import io.moked.simulator.world.Setup.Customer;
import io.moked.simulator.world.World.Line;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** All chats; every change is told to whoever watches. */
public final class Chats {

    private final Map<Name, Chat> chats = new ConcurrentHashMap<>();
    private final DataFolder data;
    private final Events events;
    private final WorldClock clock;

    public Chats(DataFolder data, Events events, WorldClock clock) {
        this.data = data;
        this.events = events;
        this.clock = clock;
    }

    public Chat between(Customer customer, Line line) {
        return chats.computeIfAbsent(
                new Name(customer.waId(), line.number().id()),
                name -> new Chat(customer, line, data.chat(name), clock));
    }

    /** The chats of an earlier life whose people are known now. */
    public List<Chat> reopen(World world) {
        return data.chats().stream()
                .filter(name -> !chats.containsKey(name))
                .flatMap(name ->
                        world.customer(name.waId()).stream()
                                .flatMap(customer ->
                                        world.line(name.phoneNumberId()).stream()
                                                .map(line -> between(customer, line))))
                .toList();
    }

    /** The chat of a number that holds a message. */
    public Optional<Chat> holding(Line line, String wamid) {
        return chats.values().stream()
                .filter(chat -> chat.line().number().id().equals(line.number().id()))
                .filter(chat -> chat.entry(wamid).isPresent())
                .findFirst();
    }

    /** The chats of a person. */
    public List<Chat> of(Customer customer) {
        return chats.values().stream()
                .filter(chat -> chat.customer().waId().equals(customer.waId()))
                .toList();
    }

    /** People and numbers are not what they were; whoever waited for that goes on. */
    public void renew(World world) {
        for (Chat chat : chats.values()) {
            world.customer(chat.customer().waId()).ifPresent(chat::become);
            world.line(chat.line().number().id()).ifPresent(chat::become);
        }
        clock.stir();
        announce();
    }

    /** Tells the watching pages that other people or numbers are there. */
    private void announce() {
        events.tell("setup", Json.object());
    }

    /** Keeps what the customer wrote and gives it its id. */
    public Entry written(Chat chat, Instant at, ObjectNode content) {
        Entry entry = unkept(chat, at, content);
        chat.add(entry);
        tell("message", chat, entry);
        return entry;
    }

    /** Gives what the customer wrote its id without showing it as a message: a reaction. */
    public Entry unkept(Chat chat, Instant at, ObjectNode content) {
        return Entry.of(Wamid.inbound(chat.customer().phone()), Side.CUSTOMER, at, content, null);
    }

    /** Keeps what the business sent and gives it its id; phones see it once it is delivered. */
    public List<Entry> accepted(List<Chat> reached, ObjectNode content, @Nullable String opaque) {
        String wamid = Wamid.outbound(reached.getFirst().customer().phone());
        return reached.stream()
                .map(chat -> {
                    Entry entry =
                            Entry.of(wamid, Side.BUSINESS, clock.now(), content.deepCopy(), opaque);
                    chat.add(entry);
                    return entry;
                })
                .toList();
    }

    /** The chats with everybody who has written in a group. */
    public List<Chat> inGroup(Line line, String groupId) {
        return chats.values().stream()
                .filter(chat -> chat.line().number().id().equals(line.number().id()))
                .filter(chat -> chat.wroteIn(groupId))
                .toList();
    }

    /** Drops what the phone never shows: a failed message, or a reaction. */
    public void forget(Chat chat, Entry entry) {
        chat.remove(entry.wamid());
    }

    public List<Entry> raise(Chat chat, Predicate<Entry> which, Status status) {
        List<Entry> raised = chat.raise(which, status);
        raised.stream().filter(Entry::arrived).forEach(entry -> tell("message", chat, entry));
        return raised;
    }

    /** The app has heard how far the entry came. */
    public void told(Chat chat, Entry entry, Status status) {
        chat.told(entry.wamid(), status);
    }

    public void react(Chat chat, String wamid, Side side, String emoji) {
        chat.react(wamid, side, emoji).ifPresent(entry -> tell("message", chat, entry));
    }

    /** What the phone shows instead from now on. */
    public void edit(Chat chat, String wamid, ObjectNode content) {
        chat.edit(wamid, content).ifPresent(entry -> tell("message", chat, entry));
    }

    /** The person takes a message back. */
    public void revoke(Chat chat, String wamid) {
        chat.remove(wamid);
        announce();
    }

    public void typing(Chat chat) {
        events.tell("typing", address(chat));
    }

    private void tell(String type, Chat chat, Entry entry) {
        events.tell(type, address(chat).putPOJO("entry", entry));
    }

    private static ObjectNode address(Chat chat) {
        return Json.object()
                .put("waId", chat.customer().waId())
                .put("phoneNumberId", chat.line().number().id());
    }
}
