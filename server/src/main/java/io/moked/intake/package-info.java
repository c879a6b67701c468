/** The journey of an inbound message, told in one place. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"channel", "contact", "conversation", "routing", "greeting"})
package io.moked.intake;
