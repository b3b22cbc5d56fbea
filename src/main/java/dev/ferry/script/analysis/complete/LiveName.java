package dev.ferry.script.analysis.complete;

import dev.ferry.api.ApiSide;
import dev.ferry.api.Thing;

/**
 * One thing that exists at a service.
 *
 * @param id what the API calls it
 * @param name what people call it; the id when it has no name
 * @param organization the name of its organization, or its id where the name is not known; empty for an organization or when unknown
 * @param project the name of its project, or its id where the name is not known; empty for what belongs to none
 * @param environment the environment of the profile, such as {@code PROD}; empty when it has none
 */
public record LiveName(
        ApiSide side, Thing thing, String id, String name, String organization, String project, String environment) {}
