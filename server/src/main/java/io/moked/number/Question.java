package io.moked.number;

import io.moked.graph.GraphClient;
import io.moked.graph.GraphErrors;
import java.io.IOException;

/** Something that Meta is asked while somebody waits for the answer. */
@FunctionalInterface
interface Question {

    GraphClient.Answer put() throws IOException, InterruptedException;

    /**
     * Whatever Meta answers.
     *
     * @throws Refusals.MetaNotReached where there is no answer
     */
    static GraphClient.Answer ask(Question question) {
        try {
            return question.put();
        } catch (IOException away) {
            throw new Refusals.MetaNotReached();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Refusals.MetaNotReached();
        }
    }

    /**
     * What Meta answers if it does what it is asked.
     *
     * @throws Refusals.MetaDeclined with its words, where it does not
     */
    static GraphClient.Answer insist(Question question) {
        var answer = ask(question);
        if (!answer.isGood()) {
            throw new Refusals.MetaDeclined(GraphErrors.words(answer));
        }
        return answer;
    }
}
