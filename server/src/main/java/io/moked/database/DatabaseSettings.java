package io.moked.database;

import io.moked.database.Doors.Login;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the database is: at an address of the operator's, or, without one, in the data directory.
 *
 * @param upgrade whether the tables of an older build are brought up to date
 */
@ConfigurationProperties("moked.database")
record DatabaseSettings(
        @DefaultValue("") String url,
        Path directory,
        Login owner,
        Login app,
        Login worker,
        @DefaultValue("16") int connections,
        @DefaultValue("12") int workerConnections,
        @DefaultValue("true") boolean upgrade) {

    boolean isEmbedded() {
        return url.isBlank();
    }

    Doors doors() {
        if (!url.startsWith("jdbc:postgresql://")) {
            throw new DatabaseProblem(
                    "MOKED_DATABASE_URL must have the form"
                            + " jdbc:postgresql://host:5432/database.");
        }
        return new Doors(url, owner, app, worker);
    }
}
