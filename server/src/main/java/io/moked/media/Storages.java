package io.moked.media;

import io.moked.egress.EgressGate;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Decides where files lie: in a bucket if one is named, else in the directory for data. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MediaSettings.class)
class Storages {

    @Bean
    MediaStorage mediaStorage(
            MediaSettings settings, EgressGate gate, @Value("${moked.data:.moked}") Path data) {
        var directory = new LocalDirectory(data.resolve("media"));
        return settings.s3().bucket().isEmpty()
                ? directory
                : new S3Storage(settings.s3(), gate, directory);
    }
}
