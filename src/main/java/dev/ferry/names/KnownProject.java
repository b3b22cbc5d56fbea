package dev.ferry.names;

/**
 * A project that somebody has told of. Whatever is not known is empty.
 *
 * @param organizationId id of its organization
 * @param organization name of its organization
 */
public record KnownProject(String name, String organizationId, String organization) {}
