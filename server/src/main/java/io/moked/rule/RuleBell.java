package io.moked.rule;

import io.moked.timetable.Bell;
import org.springframework.stereotype.Component;

/** Wakes those who look at occasions: when one comes, and when the time of one comes. */
@Component
class RuleBell extends Bell {}
