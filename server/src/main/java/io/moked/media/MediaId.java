package io.moked.media;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A file somebody sent or is about to send. */
public record MediaId(@JsonValue UUID value) {

    @JsonCreator
    public MediaId {}
}
