package io.moked.whatsapp;

import io.moked.timetable.Bell;
import org.springframework.stereotype.Component;

/** Wakes this server's workers when a delivery has been kept here. */
@Component
class DeliveryBell extends Bell {}
