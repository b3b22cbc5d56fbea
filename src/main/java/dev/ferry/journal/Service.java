package dev.ferry.journal;

import dev.ferry.api.ApiSide;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A service that a run works with.
 *
 * @param side which API it serves
 * @param host scheme, host and port
 * @param organization the id of the organization that the profile names there; null when it names none
 */
public record Service(ApiSide side, URI host, @Nullable String organization) {}
