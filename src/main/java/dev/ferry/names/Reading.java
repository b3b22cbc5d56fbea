package dev.ferry.names;

import dev.ferry.api.Thing;
import java.time.Instant;

/**
 * When a list was read to its end.
 *
 * @param thing what it lists
 * @param changed whether something has been changed there since
 */
record Reading(Thing thing, Instant at, boolean changed) {}
