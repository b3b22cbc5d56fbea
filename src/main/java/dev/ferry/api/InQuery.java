package dev.ferry.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a map of named arguments whose entries travel in the query. On the body of a call it names those that do, and
 * the others make up the body: a caller gives all arguments in one list, {@code atlas.projects.create(name: 'shop',
 * orgId: id, pretty: true)}, wherever the wire wants them.
 *
 * <p>A map that is not the body carries Retrofit's {@code @Tag} beside it and comes first, because Groovy passes named
 * arguments first and Retrofit's own {@code @QueryMap} may not stand before a path parameter.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface InQuery {
    /** Names of the entries that travel in the query; none means all. */
    String[] value() default {};
}
