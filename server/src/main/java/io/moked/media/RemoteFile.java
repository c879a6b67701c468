package io.moked.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import org.jspecify.annotations.Nullable;

/**
 * A file at somebody else's, read from whichever place is asked for: on from there in one answer,
 * and by another one where a reader leaps.
 */
final class RemoteFile implements SeekableByteChannel {

    private final long size;
    private final Source source;
    private long position;
    private boolean isOpen = true;
    private @Nullable InputStream answer;

    RemoteFile(long size, Source source) {
        this.size = size;
        this.source = source;
    }

    /** Hands out the bytes from a place to the end. */
    interface Source {
        InputStream from(long position) throws IOException;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (!isOpen) {
            throw new ClosedChannelException();
        }
        if (position >= size) {
            return -1;
        }
        if (answer == null) {
            answer = source.from(position);
        }
        var bytes = new byte[into.remaining()];
        int read = answer.read(bytes);
        if (read > 0) {
            into.put(bytes, 0, read);
            position += read;
        }
        return read;
    }

    @Override
    public SeekableByteChannel position(long wanted) throws IOException {
        if (wanted != position) {
            letGo();
            position = wanted;
        }
        return this;
    }

    private void letGo() throws IOException {
        if (answer != null) {
            answer.close();
            answer = null;
        }
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public int write(ByteBuffer from) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long to) {
        throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
        return isOpen;
    }

    @Override
    public void close() throws IOException {
        isOpen = false;
        letGo();
    }
}
