package dev.ferry.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The roles that let a credential call a service method; any one of them is enough. Names are spelt as the API spells
 * them, for example {@code ORG_OWNER}. Methods without it need no particular role.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RequiredRole {
    /** Role names; any one of them is enough. */
    String[] value();
}
