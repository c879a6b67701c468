/** What the server does by itself, again and again. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"database"})
package io.moked.timetable;
