package dev.ferry.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A value of this record is such a thing, or speaks of one: what stands in the brackets of a {@link Listing} of it means one.
 *
 * <pre>{@code
 * @Is(Thing.PROJECT)
 * public record Project(String id, String name, …) implements Named {}
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Is {
    /** Which kind of thing. */
    Thing value();

    /** Where the thing is, if not on the side of the API that answers with the record. */
    ApiSide[] side() default {};
}
