package dev.ferry.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The parameter takes the id of a thing. On a method it speaks of one of its named arguments.
 *
 * <pre>{@code
 * Cluster get(@IdOf(Thing.PROJECT) @Path("groupId") String groupId, @NameOf(Thing.CLUSTER) @Path("clusterName") String name);
 *
 * @IdOf(value = Thing.ORGANIZATION, argument = "destinationOrgId")
 * Project migrate(@Body @NamedParams(…) Map<String, Object> body, …);
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.METHOD})
@Repeatable(IdOf.Several.class)
public @interface IdOf {
    /** What it is the id of. */
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
        IdOf[] value();
    }
}
