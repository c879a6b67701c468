/** The few words every room speaks; at most twelve types, none about contact centers. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package io.moked.kernel;
