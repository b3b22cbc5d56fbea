package dev.ferry.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;

/** Lets a request in when it says who is calling, or answers it with a challenge. */
final class Gate {
    private final Digest digest;
    private final OAuth oauth;

    Gate(Digest digest, OAuth oauth) {
        this.digest = digest;
        this.oauth = oauth;
    }

    /** Either the caller or the answer to give instead. */
    sealed interface Entry {
        record Admitted(Caller caller) implements Entry {}

        record TurnedAway(Response answer) implements Entry {}
    }

    Entry admit(Request request) {
        String authorization = request.header("authorization").orElse("");
        if (authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return oauth.bearer(authorization.substring(7).trim())
                    .<Entry>map(Entry.Admitted::new)
                    .orElseGet(() -> unauthorized("Bearer error=\"invalid_token\""));
        }
        if (!authorization.regionMatches(true, 0, "Digest ", 0, 7)) {
            return unauthorized(digest.challenge(false));
        }
        Digest.Verdict verdict = digest.verify(request, authorization);
        if (verdict instanceof Digest.Verdict.Good good) {
            return new Entry.Admitted(good.caller());
        }
        return unauthorized(digest.challenge(verdict instanceof Digest.Verdict.Stale));
    }

    /** Unlike other errors it has neither {@code errorCode} nor {@code parameters}. */
    private static Entry unauthorized(String challenge) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("reason", "Unauthorized");
        body.put("error", 401L);
        body.put("detail", "You are not authorized for this resource.");
        return new Entry.TurnedAway(Response.json(
                401,
                Map.of("WWW-Authenticate", challenge),
                "application/json;charset=ISO-8859-1",
                Json.write(body, false)));
    }
}
