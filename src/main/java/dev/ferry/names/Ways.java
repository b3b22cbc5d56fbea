package dev.ferry.names;

import dev.ferry.api.ApiSide;
import dev.ferry.api.http.ApiClient;
import java.util.Optional;

/** How the services are reached when nobody has asked for a call. */
@FunctionalInterface
public interface Ways {
    /** There is no way to anything. */
    Ways NONE = side -> Optional.empty();

    /**
     * The client that names of a side are read with. It tells {@link Names#listener} of its answers, and nobody else of anything.
     *
     * @return empty while that side may not be spoken to: there is nobody to work for, or its secret would have to be asked for,
     *     which only a call that somebody wants may do
     * @throws dev.ferry.profile.SettingsException when it cannot be made
     */
    Optional<ApiClient> to(ApiSide side);
}
