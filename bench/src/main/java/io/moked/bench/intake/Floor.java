package io.moked.bench.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.moked.bench.measure.Load;
import io.moked.bench.product.Stage;
import io.moked.bench.webhook.Crowd;
import io.moked.bench.webhook.Pen;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayDeque;

/**
 * The least that keeping a delivery could mean: the same bodies, a durable insert each, and nothing
 * else.
 */
final class Floor implements Load.Hand {

    private final Connection connection;
    private final PreparedStatement insert;
    private final Pen pen;
    private final ArrayDeque<byte[]> prepared = new ArrayDeque<>();
    private long number;

    Floor(Stage stage, int number) throws SQLException {
        connection = stage.database().openScratch();
        insert = connection.prepareStatement("insert into floor (body) values (?)");
        pen = new Pen(stage.access(), stage.line(number));
    }

    Floor prepare(int bodies) {
        for (int body = 0; body < bodies; body++) {
            prepared.add(next());
        }
        return this;
    }

    private byte[] next() {
        number++;
        return pen.body(number, Crowd.phone(number), Crowd.TEXT).getBytes(UTF_8);
    }

    @Override
    public boolean work() throws SQLException {
        var body = prepared.poll();
        insert.setBytes(1, body == null ? next() : body);
        return insert.executeUpdate() == 1;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
