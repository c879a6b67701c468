package io.moked.sending;

import io.moked.timetable.Bell;
import org.springframework.stereotype.Component;

/** Wakes this server's dispatch when a message has been put into the outbox here. */
@Component
class OutboxBell extends Bell {}
