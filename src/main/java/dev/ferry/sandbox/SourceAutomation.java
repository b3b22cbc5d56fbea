package dev.ferry.sandbox;

import dev.ferry.api.cloudmanager.Automation;
import dev.ferry.api.cloudmanager.AutomationConfig;
import dev.ferry.api.cloudmanager.AutomationStatus;
import dev.ferry.api.cloudmanager.ProcessStatus;
import java.util.List;
import java.util.Map;

/** What Automation keeps; it has reached its goal everywhere. */
record SourceAutomation(Call call) implements Automation {
    private static final int GOAL = 7;

    @Override
    public AutomationConfig config(Map<String, Object> options, String groupId) {
        return plan(groupId).answer(GOAL, secret -> "<redacted>");
    }

    @Override
    public AutomationConfig configWithSecrets(Map<String, Object> options, String groupId) {
        return plan(groupId).answer(GOAL, secret -> secret);
    }

    private AutomationPlan plan(String groupId) {
        List<Deployment> managed = call.world().deployments(groupId).stream()
                .filter(Deployment::managed)
                .toList();
        if (managed.isEmpty()) {
            throw new Refusal(ErrorCode.AUTOMATION_CONFIG_NOT_FOUND, groupId);
        }
        return new AutomationPlan(groupId, managed);
    }

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
