package io.moked;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameContaining;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.Predefined;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URL;
import java.net.URLConnection;
import java.net.http.HttpClient;
import java.nio.channels.NetworkChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.stereotype.Controller;

/** How classes may be named, shown and used. */
@TestInstance(Lifecycle.PER_CLASS)
class ArchitectureTest {

    private static final int MOST_KERNEL_TYPES = 12;

    /** Words that say nothing about the thing that carries them. */
    private static final List<String> EMPTY_WORDS =
            List.of(
                    "Manager",
                    "Helper",
                    "Util",
                    "Utils",
                    "Impl",
                    "Dto",
                    "Base",
                    "Common",
                    "Processor",
                    "Service");

    /** Ways out of the process. */
    private static final List<Class<?>> SOCKETS =
            List.of(
                    HttpClient.class,
                    Socket.class,
                    ServerSocket.class,
                    DatagramSocket.class,
                    NetworkChannel.class,
                    URLConnection.class);

    /**
     * Look for a free port of this machine, speak to a simulator that the demo has started, unpack
     * what lies on the class path.
     */
    private static final Set<String> WITHIN_THIS_MACHINE =
            Set.of(
                    "io.moked.DemoPorts",
                    "io.moked.database.Cluster",
                    "io.moked.DemoTalk",
                    "io.moked.DemoTraffic",
                    "io.moked.database.Binaries");

    /** What Spring generates from our beans; it lies among our classes after a build. */
    static final DescribedPredicate<HasName> MADE_BY_THE_BUILD =
            nameContaining("__").or(nameContaining("$$"));

    private final JavaClasses product =
            new ClassFileImporter()
                    .withImportOption(Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("io.moked")
                    .that(not(MADE_BY_THE_BUILD));

    private final JavaClasses tests =
            new ClassFileImporter()
                    .withImportOption(Predefined.ONLY_INCLUDE_TESTS)
                    .importPackages("io.moked");

    /**
     * What decides for people decides in a simulation, too: it is told the time, and asks nobody.
     */
    @Test
    void whoDecidesAndWhoPretendsKnowNothingElse() {
        classes()
                .that()
                .resideInAnyPackage("io.moked.routing.engine", "io.moked.routing.simulation")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.moked.routing.engine",
                        "io.moked.routing.simulation",
                        "java.lang..",
                        "java.time..",
                        "java.util..",
                        "com.fasterxml.jackson.annotation",
                        "org.jspecify.annotations")
                .check(product);
        noClasses()
                .that()
                .resideInAPackage("io.moked.routing.engine")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.moked.routing.simulation")
                .check(product);
        noClasses()
                .that()
                .resideInAnyPackage("io.moked.routing.engine", "io.moked.routing.simulation")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .check(product);
    }

    @Test
    void controllersLiveInWebAndAreSeenByNobody() {
        classes()
                .that()
                .areMetaAnnotatedWith(Controller.class)
                .should()
                .resideInAPackage("io.moked.*.web")
                .andShould()
                .notBePublic()
                .check(product);
    }

    @Test
    void nothingKnowsTheWebOrTheCommandLine() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.moked", "io.moked.*.web")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("io.moked.*.web").or(resideInAPackage("io.moked")))
                .check(product);
    }

    @Test
    void namesSayWhatThingsAre() {
        assertThat(
                        product.stream()
                                .map(JavaClass::getSimpleName)
                                .filter(ArchitectureTest::endsEmpty))
                .isEmpty();
    }

    private static boolean endsEmpty(String name) {
        return EMPTY_WORDS.stream().anyMatch(name::endsWith);
    }

    @Test
    void theKernelStaysSmall() {
        assertThat(topLevel().filter(it -> it.getPackageName().equals("io.moked.kernel")))
                .hasSizeLessThanOrEqualTo(MOST_KERNEL_TYPES);
    }

    @Test
    void atMostHalfIsShown() {
        long shown =
                topLevel().filter(it -> it.getModifiers().contains(JavaModifier.PUBLIC)).count();
        assertThat(shown * 2).isLessThanOrEqualTo(topLevel().count());
    }

    private Stream<JavaClass> topLevel() {
        return product.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(it -> !it.getSimpleName().equals("package-info"));
    }

    @Test
    void onlyEgressLeavesTheProcess() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.moked.egress")
                .and(describe("are not listed", it -> !WITHIN_THIS_MACHINE.contains(it.getName())))
                .should()
                .dependOnClassesThat(areSockets())
                .orShould()
                .callMethod(URL.class, "openStream")
                .check(product);
    }

    /** The library would open sockets by itself; that room gives it those of the gate. */
    @Test
    void onlyMailSpeaksToMailServers() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.moked.mail")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.mail..", "org.eclipse.angus..")
                .check(product);
    }

    /** The library would call by itself; that room gives it a client that goes through the gate. */
    @Test
    void onlyMediaSpeaksToStoresOfFiles() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.moked.media")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon.awssdk..")
                .check(product);
    }

    private static DescribedPredicate<JavaClass> areSockets() {
        return describe("open sockets", it -> SOCKETS.stream().anyMatch(it::isAssignableTo));
    }

    @Test
    void nothingIsSerialized() {
        noClasses()
                .should()
                .dependOnClassesThat(
                        belongToAnyOf(ObjectInputStream.class, ObjectOutputStream.class))
                .check(product);
    }

    @Test
    void testsWaitForSomethingNotForAWhile() {
        noClasses()
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Thread.class, "sleep", Duration.class)
                .orShould()
                .callMethod(TimeUnit.class, "sleep", long.class)
                .check(tests);
    }
}
