package io.moked.media;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where the files of this installation lie, and who looks through them for viruses. */
@ConfigurationProperties("moked.media")
record MediaSettings(@DefaultValue S3 s3, @DefaultValue Scanner scanner) {

    /**
     * A bucket of a store that speaks S3.
     *
     * @param bucket empty where files lie in a directory
     */
    record S3(
            @DefaultValue("") String bucket,
            @DefaultValue("https://s3.us-east-1.amazonaws.com") String endpoint,
            @DefaultValue("us-east-1") String region,
            @DefaultValue("") String accessKey,
            @DefaultValue("") String secretKey) {}

    /**
     * ClamAV's daemon.
     *
     * @param host empty where there is none
     */
    record Scanner(@DefaultValue("") String host, @DefaultValue("3310") int port) {}
}
