package dev.ferry.output;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Which fields of a record a reader looks for first, where their names do not tell. A table has these columns first and in
 * this order, and drops them last; the others follow as {@code Columns} ranks them by name.
 *
 * <pre>{@code
 * @ShownFirst({"created", "eventTypeName", "username"})
 * public record Event(String id, Instant created, String eventTypeName, String username) {}
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ShownFirst {
    /** Names of fields in JSON, the most important first. */
    String[] value();
}
