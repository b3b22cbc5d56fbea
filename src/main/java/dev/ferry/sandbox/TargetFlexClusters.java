package dev.ferry.sandbox;

import dev.ferry.api.Listing;
import dev.ferry.api.atlas.FlexCluster;
import dev.ferry.api.atlas.FlexClusters;
import dev.ferry.sandbox.Estate.Kind;
import java.util.Map;

/** The Flex clusters of a project: a kind of their own, which the other clusters' endpoints refuse. */
record TargetFlexClusters(Call call) implements FlexClusters {
    @Override
    public Listing<FlexCluster> list(Map<String, Object> options, String groupId) {
        return Listing.of(Answer.all(FlexCluster.class, call.world().estate().all(Kind.FLEX_CLUSTER, groupId)));
    }

    @Override
    public FlexCluster get(Map<String, Object> options, String groupId, String name) {
        if (call.world().cluster(groupId, name).isPresent()) {
            throw new Refusal(ErrorCode.CANNOT_USE_NON_FLEX_CLUSTER_IN_FLEX_API, name);
        }
        return call.world()
                .estate()
                .find(Kind.FLEX_CLUSTER, groupId, name)
                .map(cluster -> Answer.of(FlexCluster.class, cluster))
                .orElseThrow(() -> new Refusal(ErrorCode.CLUSTER_NOT_FOUND, name, groupId));
    }
}
