package dev.ferry.script;

import dev.ferry.api.failure.ApiException;
import dev.ferry.api.failure.CallTimeoutException;
import dev.ferry.api.failure.ErrorAnswerException;
import dev.ferry.api.failure.UnreachableException;
import dev.ferry.api.failure.UnreadableAnswerException;
import dev.ferry.api.http.RetryAfter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A time in which a wait gets no answer from the service: since when, why, and when it asks again. */
final class Outage {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

    /** How long 404 is taken for "not shown yet", where this run has made the thing. */
    private static final Duration NOT_SHOWN_YET = Duration.ofSeconds(60);

    /** What a service that is there says of a request that it will never answer. */
    private static final Set<Integer> LASTING = Set.of(501, 505);

    /** Too many requests, and what a load balancer says of a connection that was idle for too long. */
    private static final Set<Integer> FOR_NOW = Set.of(408, 429);

    private static final int NOT_FOUND = 404;
    private static final int DEEPEST = 20;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Instant since;
    private ApiException last;
    private Duration pause = FIRST_PAUSE;

    Outage(ApiException first, Instant since) {
        this.since = since;
        this.last = first;
    }

    /** The call that failed, in what a script made of it; null when it was none. */
    static @Nullable ApiException call(Throwable thrown) {
        Throwable each = thrown;
        for (int depth = 0; each != null && depth < DEEPEST; depth++) {
            if (each instanceof ApiException call) {
                return call;
            }
            each = each.getCause();
        }
        return null;
    }

    /** Whether it says nothing of what is waited for, so that asking again later may help. */
    static boolean is(ApiException call) {
        if (call instanceof ErrorAnswerException answer) {
            int status = answer.status();
            return FOR_NOW.contains(status) || (status >= 500 && !LASTING.contains(status));
        }
        if (call instanceof UnreadableAnswerException unreadable) {
            Integer status = unreadable.status();
            return unreadable.isPage() || unreadable.isCutOff() || status == null || status >= 300;
        }
        return call instanceof CallTimeoutException
                || (call instanceof UnreachableException unreachable && !unreachable.isLasting());
    }

    /** Whether it is 404 for something that this run has just made, met first so long ago. */
    static boolean isNotShownYet(ApiException call, Duration met) {
        return call instanceof ErrorAnswerException answer
                && answer.status() == NOT_FOUND
                && answer.isOfNewThing()
                && met.compareTo(NOT_SHOWN_YET) < 0;
    }

    /** The next look has met no answer either. */
    void goesOn(ApiException call) {
        last = call;
        Duration doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    /** When to ask again: later than the doubling says only where the service wants it so. */
    Duration pause(Instant now) {
        Duration asked = last instanceof ErrorAnswerException answer ? RetryAfter.in(answer.headers(), now) : null;
        return asked != null && asked.compareTo(pause) > 0 ? asked : pause;
    }

    Instant since() {
        return since;
    }

    /** {@code no answer since 02:10 (503)}, with the day where it was another one. */
    String text(Instant now) {
        LocalDateTime began = LocalDateTime.ofInstant(since, ZoneId.systemDefault());
        boolean today = began.toLocalDate()
                .equals(LocalDateTime.ofInstant(now, ZoneId.systemDefault()).toLocalDate());
        return "no answer since " + began.format(today ? TIME : DAY_AND_TIME) + " (" + reason() + ")";
    }

    /** The status, or what the problem is; what to do about it belongs to the message of a call that is given up. */
    private String reason() {
        if (last instanceof ErrorAnswerException answer) {
            return String.valueOf(answer.status());
        }
        String problem = last.problem();
        int advice = problem.indexOf("; ");
        return advice < 0 ? problem : problem.substring(0, advice);
    }
}
