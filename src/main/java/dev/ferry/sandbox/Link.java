package dev.ferry.sandbox;

import java.time.Instant;

/** The link of a source organization with a target organization, made with a token of the latter. */
record Link(String sourceOrgId, String targetOrgId, String token, Instant since) {
    boolean syncedBy(Instant now) {
        return !now.isBefore(since.plus(Pace.LINK_SYNC));
    }
}
