package dev.ferry.sandbox;

import dev.ferry.api.Listing;
import dev.ferry.api.atlas.NetworkContainer;
import dev.ferry.api.atlas.Peering;
import dev.ferry.api.atlas.PeeringConnection;
import dev.ferry.sandbox.Estate.Kind;
import java.util.List;
import java.util.Map;

/** The networks of a project. */
record TargetPeering(Call call) implements Peering {
    @Override
    public Listing<PeeringConnection> list(Map<String, Object> options, String groupId) {
        return Listing.of(Answer.all(PeeringConnection.class, at(Kind.PEER, options, groupId)));
    }

    @Override
    public Listing<NetworkContainer> containers(Map<String, Object> options, String groupId) {
        return Listing.of(Answer.all(NetworkContainer.class, at(Kind.CONTAINER, options, groupId)));
    }

    @Override
    public Listing<NetworkContainer> allContainers(Map<String, Object> options, String groupId) {
        return Listing.of(
                Answer.all(NetworkContainer.class, call.world().estate().all(Kind.CONTAINER, groupId)));
    }

    private List<Map<String, Object>> at(Kind kind, Map<String, Object> options, String groupId) {
        Object cloud = options.getOrDefault("providerName", "AWS");
        return call.world().estate().all(kind, groupId).stream()
                .filter(each -> cloud.equals(each.get("providerName")))
                .toList();
    }
}
