package dev.ferry.sandbox;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Link tokens given out by target organizations, and the links that source organizations made with them. */
final class Linkage {
    /** Token → the target organization that gave it out. */
    private final Map<String, String> tokens = new LinkedHashMap<>();
    /** Token → the source organization that used it: a token is for one of them. */
    private final Map<String, String> usedBy = new LinkedHashMap<>();

    private final Map<String, Link> bySource = new LinkedHashMap<>();

    void give(String token, String targetOrgId) {
        tokens.put(token, targetOrgId);
    }

    /**
     * Links a source organization; an earlier link of it is replaced.
     *
     * @throws Refusal when nobody gave out the token or another organization used it
     */
    Link link(String token, String sourceOrgId, Instant now) {
        String targetOrgId = tokens.get(token);
        if (targetOrgId == null || !usedBy.getOrDefault(token, sourceOrgId).equals(sourceOrgId)) {
            throw new Refusal(ErrorCode.INVALID_ATTRIBUTE, "linkToken");
        }
        usedBy.put(token, sourceOrgId);
        Link link = new Link(sourceOrgId, targetOrgId, token, now);
        bySource.put(sourceOrgId, link);
        return link;
    }

    /** Adds a link that was made elsewhere. */
    void add(Link link) {
        bySource.put(link.sourceOrgId(), link);
    }

    Optional<Link> of(String sourceOrgId) {
        return Optional.ofNullable(bySource.get(sourceOrgId));
    }

    List<Link> to(String targetOrgId) {
        return bySource.values().stream()
                .filter(link -> link.targetOrgId().equals(targetOrgId))
                .toList();
    }

    void unlink(String sourceOrgId) {
        bySource.remove(sourceOrgId);
    }

    /** Takes back every token of a target organization, and with them its links. */
    void takeBack(String targetOrgId) {
        tokens.values().removeIf(targetOrgId::equals);
        usedBy.keySet().retainAll(tokens.keySet());
        bySource.values().removeIf(link -> Objects.equals(link.targetOrgId(), targetOrgId));
    }
}
