package dev.ferry.api.cloudmanager;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far one process has followed the automation configuration.
 *
 * @param name name of the process
 * @param hostname host it runs on
 * @param lastGoalVersionAchieved version it has reached
 * @param plan moves it has still to make
 * @param errorCode 0 when there is none
 * @param errorString what went wrong
 * @param more fields of the answer that this record does not name
 */
public record ProcessStatus(
        String name,
        @Nullable String hostname,
        @Nullable Integer lastGoalVersionAchieved,
        @Nullable List<String> plan,
        @Nullable Integer errorCode,
        @Nullable String errorString,
        Map<String, Object> more) {}
