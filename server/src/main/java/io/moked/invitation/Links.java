package io.moked.invitation;

import io.moked.access.User;
import io.moked.access.UserId;
import io.moked.factor.Secrets;
import io.moked.kernel.Ids;
import io.moked.kernel.PublicUrl;
import io.moked.mail.Letter;
import io.moked.mail.Letters;
import io.moked.tenancy.TenantScope;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes links and mails them. The secret stands in the letter and nowhere else. */
@Component
class Links {

    /** The page of the console; what follows the sign never reaches a server or its log. */
    private static final String PAGE = "/password#";

    private final LinkStore store;
    private final Letters letters;
    private final PublicUrl publicUrl;
    private final Ids ids;
    private final Clock clock;

    Links(LinkStore store, Letters letters, PublicUrl publicUrl, Ids ids, Clock clock) {
        this.store = store;
        this.letters = letters;
        this.publicUrl = publicUrl;
        this.ids = ids;
        this.clock = clock;
    }

    /** A link just mailed, with its whole address. */
    record Mailed(Link link, URI address) {}

    /** Mails a link that takes the place of an earlier one, to the address it is to prove. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mailed mail(User user, Link.Kind kind, String words, List<String> values) {
        takeBack(user.id(), kind);
        var secret = Secrets.random();
        var address = URI.create(publicUrl.page(PAGE + secret));
        var now = clock.instant();
        var end = now.plus(kind.life());
        var letter =
                new Letter(words, user.language(), user.name(), user.email(), values, address, end);
        var link =
                new Link(
                        TenantScope.current(),
                        ids.next(),
                        user.id(),
                        kind,
                        kind == Link.Kind.ADDRESS_CHANGE ? user.email() : null,
                        letters.write(letter),
                        now,
                        end);
        store.add(link, Secrets.digest(secret));
        return new Mailed(link, address);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void takeBack(UserId user) {
        for (var kind : Link.Kind.values()) {
            takeBack(user, kind);
        }
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void takeBack(UserId user, Link.Kind kind) {
        store.take(user, kind).forEach(link -> letters.withdraw(link.letter()));
    }
}
