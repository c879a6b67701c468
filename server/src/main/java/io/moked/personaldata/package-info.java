/** The contract every room holding personal data signs. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel", "tenancy"})
package io.moked.personaldata;
