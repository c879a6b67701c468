package io.moked.media;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;

/** Where files lie, sealed already: a place that keeps bytes under a name. */
interface MediaStorage {

    /** Takes a whole file over: afterwards it is kept for good, or this has failed. */
    void keep(String name, Path sealed) throws IOException;

    boolean has(String name);

    /** To be read from any place; the caller closes it. */
    SeekableByteChannel read(String name) throws IOException;
}
