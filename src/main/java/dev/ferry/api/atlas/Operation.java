package dev.ferry.api.atlas;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What the Atlas Administration API v2 documents about one of its operations.
 *
 * @param id the operation's name, such as {@code listGroupClusters}
 * @param shortId the shorter name that the documentation pages use; the same as {@code id} where there is none
 * @param tag the chapter of the documentation
 * @param method verb
 * @param path full path with {@code {name}} for what goes in
 * @param versions dates of its versions, oldest first; {@code preview} comes last
 * @param sunset by version, the day on which the service stops answering it
 * @param roles the roles of which one is needed, in the documentation's words; empty when none is named
 * @param query the parameters of the query
 * @param bodies by version, the schema of the request's body; empty when there is no body
 * @param answers by version, the schema of the answer: {@code -} for none, {@code [X]} for a bare array
 * @param success statuses of success
 * @param deprecated whether the operation as a whole is on its way out
 */
public record Operation(
        String id,
        String shortId,
        String tag,
        String method,
        String path,
        List<String> versions,
        Map<String, String> sunset,
        List<String> roles,
        List<Query> query,
        SortedMap<String, String> bodies,
        SortedMap<String, String> answers,
        List<Integer> success,
        boolean deprecated) {

    /**
     * A parameter of the query.
     *
     * @param type {@code boolean}, {@code integer}, {@code string}, {@code strings} (may be repeated), {@code date-time}
     *     or {@code date}
     */
    public record Query(String name, String type, boolean required) {}

    /**
     * The version that answers a request for {@code date}: the newest one that is not after it.
     *
     * @param date {@code yyyy-mm-dd} or {@code preview}
     * @return empty when the operation is younger than that date, or not in preview
     */
    public Optional<String> versionFor(String date) {
        if (date.equals("preview")) {
            return versions.contains(date) ? Optional.of(date) : Optional.empty();
        }
        return versions.stream()
                .filter(version -> !version.equals("preview") && version.compareTo(date) <= 0)
                .max(String::compareTo);
    }
}
