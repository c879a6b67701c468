package io.moked;

import org.springframework.aot.AotDetector;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.core.SpringProperties;

/** The server: every room below this package. Who may sign in is the business of one of them. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
public class MokedApplication {

    /** Called by the build alone, which writes down what it finds. */
    public static void main(String[] arguments) {
        SpringApplication.run(MokedApplication.class, arguments);
    }

    /**
     * An application that uses what the build wrote down about its beans, which it finds under the
     * name of this class: in a jar, and not among classes of which some may have changed since.
     */
    static SpringApplication prepared() {
        var place = MokedApplication.class.getResource("MokedApplication.class");
        if (place != null && place.getProtocol().equals("jar")) {
            SpringProperties.setFlag(AotDetector.AOT_ENABLED);
        }
        var application = new SpringApplication(MokedApplication.class);
        application.setMainApplicationClass(MokedApplication.class);
        return application;
    }
}
