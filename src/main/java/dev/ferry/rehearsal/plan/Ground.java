package dev.ferry.rehearsal.plan;

import dev.ferry.api.change.Change;
import dev.ferry.api.http.RawRead;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a live migration stands on, as far as the rehearsal has seen it: whether the access list of its project lets anybody in. The API
 * does not tell from which address a migration host calls, so more than that cannot be known.
 */
final class Ground {
    private static final Pattern LIST = Pattern.compile("/api/atlas/v2/groups/([0-9a-f]{24})/accessList(?:\\?.*)?");
    private static final String MIGRATE = "/api/atlas/v2/groups/{groupId}/liveMigrations";
    private static final String ADD = "/api/atlas/v2/groups/{groupId}/accessList";
    private static final List<String> ENTRY = List.of("cidrBlock", "ipAddress", "awsSecurityGroup");

    private final Map<String, Set<String>> lists = new HashMap<>();

    /** Learns from a read. */
    void read(RawRead read) {
        Matcher list = LIST.matcher(read.path());
        if (list.matches() && read.body() instanceof Map<?, ?> body) {
            add(list.group(1), body.get("results"));
        }
    }

    /** Learns from a change. */
    void changed(Change change) {
        if (is(change, ADD)) {
            add(change.values().getOrDefault("groupId", ""), change.body());
        }
    }

    private void add(String project, @Nullable Object entries) {
        Set<String> known = lists.computeIfAbsent(project, any -> new TreeSet<>());
        for (Object entry : entries instanceof List<?> list ? list : List.of()) {
            if (entry instanceof Map<?, ?> map) {
                ENTRY.stream()
                        .map(map::get)
                        .filter(String.class::isInstance)
                        .findFirst()
                        .ifPresent(it -> known.add(it.toString()));
            }
        }
    }

    /** What has to be there for a change, and may not be. */
    Optional<String> warning(Change change) {
        if (!is(change, MIGRATE)) {
            return Optional.empty();
        }
        Set<String> known = lists.get(change.values().getOrDefault("groupId", ""));
        if (known == null) {
            return Optional.of("Nobody has looked whether the access list of the project lets the migration host in.");
        }
        return Optional.of(
                known.isEmpty()
                        ? "The access list of the project is empty: no migration host can reach the cluster."
                        : "The access list of the project lets in " + String.join(", ", known)
                                + ": the migration host has to call from there.");
    }

    private static boolean is(Change change, String path) {
        return change.method().equals("POST")
                && change.operation().filter(known -> known.path().equals(path)).isPresent();
    }
}
