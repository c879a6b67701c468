package io.moked;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/** The server: every room below this package. Who may sign in is the business of one of them. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
public class MokedApplication {}
