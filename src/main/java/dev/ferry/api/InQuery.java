package dev.ferry.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the entries of a body's map that travel in the query instead. A caller gives all named arguments of a call in
 * one list, {@code atlas.projects.create(name: 'shop', orgId: id, pretty: true)}, wherever the wire wants them.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface InQuery {
    /** Names of query parameters. */
    String[] value();
}
