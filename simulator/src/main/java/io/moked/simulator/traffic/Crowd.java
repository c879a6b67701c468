package io.moked.simulator.traffic;

import io.moked.simulator.control.Phones;
import io.moked.simulator.world.Chat;
import io.moked.simulator.world.Chats;
import io.moked.simulator.world.Setup.Customer;
import io.moked.simulator.world.Setup.Waba;
import io.moked.simulator.world.World;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.SequencedMap;
import tools.jackson.databind.JsonNode;

/** Everybody who writes: each time one of them goes on where an answer came, or begins anew. */
final class Crowd {

    private static final double GOES_ON = 0.7;

    private final World world;
    private final Chats chats;
    private final Phones phones;
    private final Speaker speaker;
    private final Random random;
    private final SequencedMap<Chat, Talk> talks = new LinkedHashMap<>();
    private final Scripts english;
    private final Scripts hebrew;

    Crowd(World world, Chats chats, Phones phones, Speaker speaker, Random random) {
        this.world = world;
        this.chats = chats;
        this.phones = phones;
        this.speaker = speaker;
        this.random = random;
        this.english = Scripts.in("en", random);
        this.hebrew = Scripts.in("he", random);
    }

    void act() throws IOException {
        List<Talk> answered =
                talks.values().stream().filter(talk -> talk.answer().isPresent()).toList();
        if (!answered.isEmpty() && random.nextDouble() < GOES_ON) {
            speak(any(answered));
        } else {
            begin();
        }
    }

    /** The first business is written to in English, the others in Hebrew. */
    private void begin() throws IOException {
        List<Chat> possible = new ArrayList<>();
        List<Waba> wabas = world.setup().wabas();
        for (int i = 0; i < wabas.size(); i++) {
            possible.addAll(quiet(wabas.get(i), i == 0 ? "en" : "he"));
        }
        if (possible.isEmpty()) {
            giveUp();
        } else {
            Chat chat = any(possible);
            boolean first = chat.line().waba().equals(wabas.getFirst());
            Talk talk = new Talk(chat, (first ? english : hebrew).deal());
            talks.put(chat, talk);
            speak(talk);
        }
    }

    /** Whoever has waited longest for an answer stops waiting and may ask something else later. */
    private void giveUp() {
        talks.pollFirstEntry();
    }

    /** The chats with a business that nobody is in the middle of. */
    private List<Chat> quiet(Waba waba, String language) {
        return waba.numbers().stream()
                .flatMap(number -> world.line(number.id()).stream())
                .flatMap(line ->
                        world.customers().stream()
                                .filter(customer -> speaks(customer, language))
                                .map(customer -> chats.between(customer, line)))
                .filter(chat -> !talks.containsKey(chat))
                .toList();
    }

    private static boolean speaks(Customer customer, String language) {
        return customer.language() == null || customer.language().equals(language);
    }

    private void speak(Talk talk) throws IOException {
        phones.read(talk.chat());
        for (JsonNode line : talk.nextTurn()) {
            speaker.say(talk, line, random);
        }
        if (talk.over()) {
            talks.remove(talk.chat());
        }
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
