/**
 * What both APIs offer, as tables of facts: {@link dev.ferry.api.catalog.Catalog} holds the operations of one API, found by
 * name, by the template of their path, or by the path of a call. No request leaves from here.
 */
@NullMarked
package dev.ferry.api.catalog;

import org.jspecify.annotations.NullMarked;
