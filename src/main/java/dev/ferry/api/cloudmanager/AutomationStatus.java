package dev.ferry.api.cloudmanager;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far the processes of a project have followed the automation configuration.
 *
 * <p>A process is up to date when it has achieved the goal version and its plan is empty.
 *
 * @param goalVersion version of the configuration that is to be reached
 * @param processes one element a process
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/automation-status/">Cloud Manager API</a>
 */
public record AutomationStatus(
        @Nullable Integer goalVersion, @Nullable List<ProcessStatus> processes, Map<String, Object> more) {}
