package dev.ferry.sandbox;

import dev.ferry.api.Listing;
import dev.ferry.api.atlas.ClusterProcess;
import dev.ferry.api.atlas.Processes;
import java.util.List;
import java.util.Map;

/** The processes of the clusters of a project. */
record TargetProcesses(Call call) implements Processes {
    @Override
    public Listing<ClusterProcess> list(Map<String, Object> options, String groupId) {
        return Listing.of(all(groupId));
    }

    @Override
    public ClusterProcess get(Map<String, Object> options, String groupId, String processId) {
        return all(groupId).stream()
                .filter(process -> process.id().equals(processId))
                .findFirst()
                .orElseThrow(() -> new Refusal(ErrorCode.HOST_NOT_FOUND, processId, groupId));
    }

    private List<ClusterProcess> all(String groupId) {
        return call.world().clusters(groupId).stream()
                .flatMap(cluster -> new ClusterHosts(cluster).processes(call.now()).stream())
                .toList();
    }
}
