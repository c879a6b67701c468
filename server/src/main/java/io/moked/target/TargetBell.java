package io.moked.target;

import io.moked.timetable.Bell;
import org.springframework.stereotype.Component;

/** Rung where there may be something else to tell next. */
@Component
class TargetBell extends Bell {}
