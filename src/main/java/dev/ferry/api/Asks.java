package dev.ferry.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a method that is no endpoint of its own asks of the target, so that it is listed before a run. It asks as often as it needs.
 *
 * <pre>{@code
 * @Asks("GET /api/atlas/v2/groups/{groupId}/liveMigrations/{liveMigrationId}")
 * public Migration get(CharSequence id) { … }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Asks {
    /** The verb, and the template of the path, of each. */
    String[] value();
}
