/** How a call can end other than well: one family of exceptions, which tell in a sentence what happened and what to do, and carry what a
 * program wants to know: status, error code, request id, and whether anything was sent. */
@NullMarked
package dev.ferry.api.failure;

import org.jspecify.annotations.NullMarked;
