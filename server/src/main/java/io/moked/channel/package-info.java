/** The language of messages, the same for every network. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "database", "tenancy", "access", "media"})
package io.moked.channel;
