/**
 * What {@code mvn package} leaves behind, started as a user starts it: the launcher, the Java it finds, and the class
 * archive that makes the next start quick. These tests need the packed folder, so they run after it is made.
 */
@NullMarked
package dev.ferry.dist;

import org.jspecify.annotations.NullMarked;
