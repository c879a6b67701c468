package io.moked.whatsapp;

import io.moked.channel.ChannelId;
import io.moked.channel.Channels;
import io.moked.channel.Inbound;
import io.moked.channel.InboundHandler;
import io.moked.channel.Located;
import io.moked.media.MediaLibrary;
import io.moked.tenancy.TenantId;
import io.moked.tenancy.TenantScope;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Hands what Meta delivered to the tenants it is for: one transaction a tenant. */
@Component
class Handover {

    private final Channels channels;
    private final MessageReader reader;
    private final ElsewhereReader elsewhere;
    private final MediaLibrary library;
    private final MediaFetches fetches;
    private final InboundHandler intake;
    private final TransactionTemplate transactions;

    Handover(
            Channels channels,
            MessageReader reader,
            ElsewhereReader elsewhere,
            MediaLibrary library,
            MediaFetches fetches,
            InboundHandler intake,
            TransactionTemplate transactions) {
        this.channels = channels;
        this.reader = reader;
        this.elsewhere = elsewhere;
        this.library = library;
        this.fetches = fetches;
        this.intake = intake;
        this.transactions = transactions;
    }

    /** What one tenant gets. */
    private record Share(Inbound inbound, List<MediaFetches.Wanted> files, Set<ChannelId> numbers) {

        Share() {
            this(new Inbound(), new ArrayList<>(), new HashSet<>());
        }
    }

    /**
     * What is handed to nobody.
     *
     * @param unserved for a number that no tenant has connected, or one that has ended
     * @param foreign for a number that is connected through another app than signed this
     * @param unreadable without what makes it one of its kind
     */
    record Left(List<Item> unserved, List<Item> foreign, List<Item> unreadable) {

        Left() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    Left hand(List<Item> items) {
        var left = new Left();
        if (items.isEmpty()) {
            return left;
        }
        var numbers = items.stream().map(Item::phoneNumberId).collect(Collectors.toSet());
        share(items, channels.locate(numbers), left)
                .forEach((tenant, share) -> TenantScope.run(tenant, () -> give(share)));
        fetches.bell().ring();
        return left;
    }

    private Map<TenantId, Share> share(List<Item> items, Map<String, Located> located, Left left) {
        var shares = new LinkedHashMap<TenantId, Share>();
        for (var item : items) {
            var number = located.get(item.phoneNumberId());
            if (number == null) {
                left.unserved().add(item);
            } else if (!number.isThrough(item.app(), item.receivedAt())) {
                left.foreign().add(item);
            } else {
                var share = shares.computeIfAbsent(number.tenant(), it -> new Share());
                share.numbers().add(number.channel());
                addIfReadable(item, number, share, left);
            }
        }
        return shares;
    }

    /** What it lacks now it lacks whenever it is read: the reader has nothing but the item. */
    private void addIfReadable(Item item, Located number, Share share, Left left) {
        try {
            add(item, number, share);
        } catch (IllegalArgumentException lacking) {
            left.unreadable().add(item);
        }
    }

    private void add(Item item, Located number, Share share) {
        var channel = number.channel();
        switch (item.kind()) {
            case MESSAGE -> add(reader.message(channel, item), channel, share);
            case STATUS, STANDBY_STATUS ->
                    share.inbound().receipts().add(reader.receipt(channel, item));
            case ECHO, STANDBY, STANDBY_ECHO, PAST, PAST_FILE, LISTED, CALL, CALL_STATUS ->
                    add(elsewhere.read(channel, item), channel, share);
        }
    }

    private static void add(MessageReader.Read read, ChannelId channel, Share share) {
        share.inbound().add(read.told());
        if (read.receipt() != null) {
            share.inbound().receipts().add(read.receipt());
        }
        if (read.file() != null) {
            share.files().add(new MediaFetches.Wanted(channel, read.file()));
        }
    }

    private void give(Share share) {
        transactions.executeWithoutResult(tx -> {
            expect(share.files());
            channels.delivered(share.numbers());
            intake.receive(share.inbound());
        });
    }

    /** What a message announces that came before may be here already. */
    private void expect(List<MediaFetches.Wanted> files) {
        var expected =
                library.expect(
                        files.stream()
                                .map(MediaFetches.Wanted::file)
                                .map(file ->
                                        new MediaLibrary.Announced(
                                                file.id(), file.mimeType(), file.fileName()))
                                .toList());
        fetches.want(files.stream().filter(it -> expected.contains(it.file().id())).toList());
    }
}
