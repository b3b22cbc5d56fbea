/**
 * The keyring of the operating system: {@link dev.ferry.profile.keyring.Keyring} keeps, finds and forgets a secret in it by the platform's own
 * program.
 */
@NullMarked
package dev.ferry.profile.keyring;

import org.jspecify.annotations.NullMarked;
