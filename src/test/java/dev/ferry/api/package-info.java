/** What both API packages share, tried without any server. */
@NullMarked
package dev.ferry.api;

import org.jspecify.annotations.NullMarked;
