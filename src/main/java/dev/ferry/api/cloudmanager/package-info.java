/**
 * The public API, version 1.0, of Cloud Manager and Ops Manager: the source of a migration.
 *
 * <p>One interface a resource, as Retrofit calls it; one record a kind of answer. {@link dev.ferry.api.cloudmanager.CloudManager} is the way in.
 */
@NullMarked
package dev.ferry.api.cloudmanager;

import org.jspecify.annotations.NullMarked;
