/** The language of messages, the same for every network. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "database", "tenancy", "journal", "access", "media"})
package io.moked.channel;
