/**
 * Who we are connected as, and how: profiles in a settings file, the process's environment, and what the two together make of the
 * source (Cloud Manager or Ops Manager) and the target (Atlas).
 *
 * <p>Walk in by {@link dev.ferry.profile.Profiles}: it reads the settings file and resolves the {@link dev.ferry.profile.Profile} a
 * command runs with. A profile's {@link dev.ferry.profile.Side} says where its secret is to be found; the secret itself is read when
 * that side is first connected, and not before.
 */
@NullMarked
package dev.ferry.profile;

import org.jspecify.annotations.NullMarked;
