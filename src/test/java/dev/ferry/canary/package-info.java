/**
 * Which secrets are planted and where they are looked for: two lists, which {@code docs/security.md} shows, and the tests that
 * go by them.
 */
@NullMarked
package dev.ferry.canary;

import org.jspecify.annotations.NullMarked;
