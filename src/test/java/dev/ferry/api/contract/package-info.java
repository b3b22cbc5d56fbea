/** The services of both APIs held against the wire and against the published facts about their operations. */
@NullMarked
package dev.ferry.api.contract;

import org.jspecify.annotations.NullMarked;
