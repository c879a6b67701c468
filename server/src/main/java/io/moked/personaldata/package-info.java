/** The contract every room holding personal data signs. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package io.moked.personaldata;
