package io.moked.simulator.web;

/** A request that cannot be served, carrying the answer its caller gets. */
public class Refusal extends RuntimeException {

    private final transient Answer answer;

    protected Refusal(String message, Answer answer) {
        super(message, null, false, false);
        this.answer = answer;
    }

    public static Refusal of(int status, String reason) {
        return new Refusal(reason, Answer.json(status, Json.object().put("error", reason)));
    }

    public Answer answer() {
        return answer;
    }
}
