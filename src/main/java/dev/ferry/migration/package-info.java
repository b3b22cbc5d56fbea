/** The operator's verbs above both APIs; live migrations are remembered here, since the API lists none. */
@NullMarked
package dev.ferry.migration;

import org.jspecify.annotations.NullMarked;
