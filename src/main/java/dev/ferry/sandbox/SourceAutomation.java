package dev.ferry.sandbox;

import dev.ferry.api.cloudmanager.Automation;
import dev.ferry.api.cloudmanager.AutomationStatus;
import dev.ferry.api.cloudmanager.ProcessStatus;
import java.util.List;
import java.util.Map;

/** Automation has reached its goal everywhere, except on a migration host whose agent does not answer. */
record SourceAutomation(Call call) implements Automation {
    private static final int GOAL = 7;

    @Override
    public AutomationStatus status(Map<String, Object> options, String groupId) {
        List<ProcessStatus> processes = call.world().deployments(groupId).stream()
                .filter(Deployment::managed)
                .flatMap(deployment -> deployment.nodes().stream())
                .map(node -> new ProcessStatus(
                        node.hostname().split("\\.", -1)[0], node.hostname(), GOAL, List.of(), 0, "", Map.of()))
                .toList();
        return new AutomationStatus(GOAL, processes, Map.of());
    }
}
