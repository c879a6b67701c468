package io.moked.ending;

import io.moked.timetable.Bell;
import org.springframework.stereotype.Component;

/** Rung where something new falls due. */
@Component
class AlarmBell extends Bell {}
