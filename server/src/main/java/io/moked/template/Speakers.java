package io.moked.template;

import io.moked.channel.Channel;
import io.moked.channel.ChannelId;
import io.moked.channel.Channels;
import io.moked.channel.Channels.Credentials;
import io.moked.graph.GraphClient.Answer;
import io.moked.graph.GraphErrors;
import io.moked.kernel.Invalid;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who speaks for an account: any of its numbers, as long as Meta takes its token. */
@Component
class Speakers {

    private final Channels channels;

    Speakers(Channels channels) {
        this.channels = channels;
    }

    /** Something that is asked of Graph. */
    @FunctionalInterface
    interface Question {
        Answer put(Credentials speaker) throws IOException, InterruptedException;
    }

    /** Asks with the token of one number after the other until Meta takes one. */
    Answer ask(String account, Question question) throws IOException, InterruptedException {
        Answer answer = null;
        for (var speaker : of(account)) {
            answer = question.put(speaker);
            if (!GraphErrors.isAboutTheToken(answer)) {
                return answer;
            }
        }
        if (answer == null) {
            throw new Invalid("accountId", "unknown-value");
        }
        return answer;
    }

    private List<Credentials> of(String account) {
        return connected()
                .filter(it -> account.equals(it.accountId()))
                .map(it -> new Credentials(account, channels.credentials(it.id()).token()))
                .distinct()
                .toList();
    }

    List<String> accounts() {
        return connected()
                .map(Channel::accountId)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    /** A number that was disconnected has no token any more. */
    private Stream<Channel> connected() {
        return channels.all().stream().filter(it -> it.endedAt() == null);
    }

    Optional<String> accountOf(ChannelId channel) {
        return channels.all().stream()
                .filter(it -> it.id().equals(channel))
                .findFirst()
                .map(Channel::accountId);
    }

    /** What the numbers of an account are called. */
    List<String> names(String account) {
        return connected().filter(it -> account.equals(it.accountId())).map(Channel::name).toList();
    }
}
