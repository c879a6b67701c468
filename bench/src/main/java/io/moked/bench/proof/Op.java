package io.moked.bench.proof;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something a contact, an agent or Meta does to the product; numbers are Meta's ids of them. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "op")
public sealed interface Op {

    /**
     * A message of a contact: its text, which is found on that number once and nowhere else, and
     * the file that came with it.
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Said(
            String number,
            String phone,
            long seq,
            String wamid,
            String text,
            @Nullable File file) {}

    /** A file that Meta keeps, by its id there, and the digest of what it hands out. */
    record File(String id, String sha256) {}

    /** One webhook with these messages. */
    record Deliver(List<Said> said) implements Op {}

    /** A webhook that says how far one of our messages has come. */
    record Tell(String number, String message, String status) implements Op {}

    record Reply(String number, String conversation, String clientId, String text) implements Op {}

    /** An agent sends a message again whose sending nobody is sure of. */
    record Resend(String number, String conversation, String message) implements Op {}

    record Note(String number, String conversation, String clientId, String text) implements Op {}

    record Assign(String number, String conversation, String user) implements Op {}

    record Label(String number, String conversation, String label) implements Op {}

    record Resolve(String number, String conversation) implements Op {}

    /** The product showed this status of one of our messages. */
    record Saw(String number, String message, String status) implements Op {}
}
