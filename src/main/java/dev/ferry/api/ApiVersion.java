package dev.ferry.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The date of the Atlas Admin API v2 resource version that a service method is written for. It becomes the media type
 * of the request, {@code application/vnd.atlas.<date>+json}. Methods without it speak plain {@code application/json},
 * as the public API v1.0 does.
 *
 * @see <a href="https://www.mongodb.com/docs/atlas/api/versioned-api-overview/">Versioned Atlas Administration API</a>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ApiVersion {
    /** The date, as {@code yyyy-mm-dd}, or {@code preview}. */
    String value();
}
