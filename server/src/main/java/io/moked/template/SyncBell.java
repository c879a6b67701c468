package io.moked.template;

import io.moked.timetable.Bell;
import org.springframework.stereotype.Component;

/** Wakes this server's rounds when the templates of an account are to be asked for. */
@Component
class SyncBell extends Bell {}
