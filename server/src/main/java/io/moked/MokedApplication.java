package io.moked;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The server: every room below this package. */
@SpringBootApplication
public class MokedApplication {}
