/** What the console hears as it happens. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "tenancy", "journal", "access", "agent", "conversation"})
package io.moked.realtime;
