/** Which business we work for, and the wall between businesses. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel", "database"})
package io.moked.tenancy;
