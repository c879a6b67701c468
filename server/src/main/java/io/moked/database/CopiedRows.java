package io.moked.database;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.postgresql.util.ByteStreamWriter;

/**
 * Rows on their way into a table by {@code copy … from stdin (format binary)}: nothing is planned,
 * and the rows of a page make one record of the write-ahead log. Each row is an array of fields,
 * each field as PostgreSQL sends it (manual, COPY, "Binary Format").
 */
public final class CopiedRows implements ByteStreamWriter {

    private static final Instant POSTGRES_BEGINS = Instant.parse("2000-01-01T00:00:00Z");

    /** A field without a value. */
    public static final byte[] NULL = {};

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', -1, '\r', '\n', 0};

    private final List<byte[][]> rows;

    CopiedRows(List<byte[][]> rows) {
        this.rows = rows;
    }

    public static byte[] smallint(int value) {
        return ByteBuffer.allocate(Short.BYTES).putShort((short) value).array();
    }

    public static byte[] uuid(UUID value) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits())
                .array();
    }

    public static byte[] time(Instant instant) {
        long micros = ChronoUnit.MICROS.between(POSTGRES_BEGINS, instant);
        return ByteBuffer.allocate(Long.BYTES).putLong(micros).array();
    }

    @Override
    public int getLength() {
        int length = SIGNATURE.length + 2 * Integer.BYTES + Short.BYTES;
        for (var row : rows) {
            length += Short.BYTES;
            for (var field : row) {
                length = Math.addExact(length, Integer.BYTES + field.length);
            }
        }
        return length;
    }

    @Override
    public void writeTo(ByteStreamTarget target) throws IOException {
        var out = new DataOutputStream(target.getOutputStream());
        out.write(SIGNATURE);
        out.writeInt(0); // no flags
        out.writeInt(0); // no more header
        for (var row : rows) {
            out.writeShort(row.length);
            for (var field : row) {
                out.writeInt(field == NULL ? -1 : field.length);
                out.write(field);
            }
        }
        out.writeShort(-1); // no more rows
        out.flush();
    }
}
