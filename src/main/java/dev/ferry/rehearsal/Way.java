package dev.ferry.rehearsal;

import dev.ferry.api.http.ApiClient;
import dev.ferry.profile.Connection;

/**
 * How a real service is reached.
 *
 * @param connection where it is, and as whom
 * @param settings how its calls are made; what they say of guards, logs, detours and listeners of answers is not used
 */
public record Way(Connection connection, ApiClient.Settings settings) {}
