package dev.ferry.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The parameter takes the name of a thing, not its id; see {@link IdOf}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.METHOD})
@Repeatable(NameOf.Several.class)
public @interface NameOf {
    /** What it is the name of. */
    Thing value();

    /** The named argument that takes it, on a method: a path of names with dots for a field of a map, such as {@code source.groupId}. */
    String argument() default "";

    /** Where the thing is, if not on the side of the method's own API. */
    ApiSide[] side() default {};

    /** More than one. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.PARAMETER, ElementType.METHOD})
    @interface Several {
        /** Each of them. */
        NameOf[] value();
    }
}
