/** The one way out: every outbound call names a recipient, and goes nowhere else. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package io.moked.egress;
