package io.moked.database;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** Opens the doors, once the tables behind them are up to date; a starter may bring its own. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {

    /** One who writes needs no more. */
    private static final int ARRIVALS = 1;

    @Bean
    @Lazy
    @ConditionalOnMissingBean
    DataDirectory dataDirectory(DatabaseSettings settings) {
        return DataDirectory.open(settings.directory());
    }

    @Bean
    @Lazy
    EmbeddedDatabase embeddedDatabase(DataDirectory data) {
        return EmbeddedDatabase.start(data);
    }

    @Bean
    @ConditionalOnMissingBean
    Doors doors(DatabaseSettings settings, ObjectProvider<EmbeddedDatabase> embedded) {
        return settings.isEmbedded() ? embedded.getObject().doors() : settings.doors();
    }

    @Bean
    Migrations migrations(Doors doors, DatabaseSettings settings) {
        return Migrations.run(doors, settings.upgrade());
    }

    @Bean
    HikariDataSource app(Doors doors, DatabaseSettings settings, Migrations before) {
        return open("app", doors, doors.app(), settings.connections());
    }

    @Bean
    WorkerDatabase workerDatabase(Doors doors, DatabaseSettings settings, Migrations before) {
        return new WorkerDatabase(
                open("worker", doors, doors.worker(), settings.workerConnections()),
                Pools.open("arrivals", doors.url(), doors.worker(), ARRIVALS));
    }

    private static HikariDataSource open(
            String name, Doors doors, Doors.Login login, int connections) {
        var pool = Pools.open(name, doors.url(), login, connections);
        try {
            TenantWallCheck.run(pool, login);
            return pool;
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }
}
