package dev.ferry.rehearsal.plan;

import dev.ferry.api.ApiSide;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a rehearsal saw of a service, by one request.
 *
 * @param side which service
 * @param path path and query, as they were sent
 * @param version the date of the version asked for; null where there are none
 * @param status HTTP status
 * @param facts what was in the answer
 */
public record Seen(ApiSide side, String path, @Nullable String version, int status, List<Fact> facts) {

    /**
     * One field of an answer.
     *
     * @param field its path
     * @param value its value without secrets, or the sum of one that is long
     */
    public record Fact(String field, String value) {}

    /** Copies the list. */
    public Seen {
        facts = List.copyOf(facts);
    }

    /** The request, for people and to tell one from another. */
    public String request() {
        return "GET " + path;
    }

    /** The values by their paths. */
    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        facts.forEach(fact -> fields.put(fact.field(), fact.value()));
        return fields;
    }
}
