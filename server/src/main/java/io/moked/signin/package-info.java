/**
 * The ways in, told in one place: password, second factor, passkey, and confirming who sits there.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "tenancy", "journal", "factor", "access"})
package io.moked.signin;
