/**
 * TOML with the places of its keys: {@link dev.ferry.profile.toml.TomlText} reads a text and says of each key where it stands, which the
 * library does not.
 */
@NullMarked
package dev.ferry.profile.toml;

import org.jspecify.annotations.NullMarked;
