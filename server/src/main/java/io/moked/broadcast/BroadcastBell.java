package io.moked.broadcast;

import io.moked.timetable.Bell;
import org.springframework.stereotype.Component;

/** Wakes the rounds of this server when somebody has turned a broadcast here. */
@Component
class BroadcastBell extends Bell {}
