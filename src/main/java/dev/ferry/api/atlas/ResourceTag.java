package dev.ferry.api.atlas;

import java.util.Map;

/**
 * A label on a project or a cluster.
 *
 * @param key what is labelled, 1 to 255 characters
 * @param value its value, 1 to 255 characters
 * @param more fields of the answer that this record does not name
 */
public record ResourceTag(String key, String value, Map<String, Object> more) {}
