package dev.ferry.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The values that an argument of a service method may have, as the API spells them. Anything else is refused before a
 * request is sent. Of an argument that is a list, every element has to be one of them.
 *
 * <pre>{@code
 * Listing<Alert> list(
 *         @Tag @InQuery @NamedParams({@NamedParam(value = "status", type = String.class)})
 *                 @OneOf(argument = "status", value = {"OPEN", "TRACKING", "CLOSED"})
 *                 Map<String, Object> options,
 *         @Path("groupId") String groupId);
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
@Repeatable(OneOf.Several.class)
public @interface OneOf {
    /** The named argument that is meant, where the parameter is a map of them; otherwise it is the parameter itself. */
    String argument() default "";

    /** The values there are. */
    String[] value();

    /** Holds those of a parameter with several such arguments. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.PARAMETER)
    @interface Several {
        /** One for each argument. */
        OneOf[] value();
    }
}
