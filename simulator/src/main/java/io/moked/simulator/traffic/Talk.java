package io.moked.simulator.traffic;

import io.moked.simulator.world.Chat;
import io.moked.simulator.world.Entry;
import io.moked.simulator.world.Entry.Side;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** One person following one script in one chat, turn by turn. */
final class Talk {

    private final Chat chat;
    private final List<List<JsonNode>> turns;
    private int next;

    Talk(Chat chat, List<List<JsonNode>> turns) {
        this.chat = chat;
        this.turns = turns;
    }

    Chat chat() {
        return chat;
    }

    List<JsonNode> nextTurn() {
        return turns.get(next++);
    }

    boolean over() {
        return next == turns.size();
    }

    /** The business's answer that has the last word, if it has. */
    Optional<Entry> answer() {
        List<Entry> shown = chat.shown();
        return shown.isEmpty()
                ? Optional.empty()
                : Optional.of(shown.getLast()).filter(last -> last.from() == Side.BUSINESS);
    }
}
