package dev.ferry.rehearsal;

import dev.ferry.api.http.ApiClient;
import dev.ferry.profile.Connection;

/**
 * How a real service is reached.
 *
 * @param connection where it is, and as whom
 * @param settings how its calls are made; what they say of guards, logs and detours is not used, their listeners
 *     hear of what the twin asks too
 */
public record Way(Connection connection, ApiClient.Settings settings) {}
