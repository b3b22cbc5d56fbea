package dev.ferry.api.http;

import dev.ferry.api.Timespan;
import dev.ferry.api.failure.ApiException;
import dev.ferry.api.failure.CallInterruptedException;
import dev.ferry.api.failure.CallRefusedException;
import dev.ferry.api.failure.CallTimeoutException;
import dev.ferry.api.failure.ErrorAnswerException;
import dev.ferry.api.failure.OutcomeUnknownException;
import dev.ferry.api.failure.UnreachableException;
import dev.ferry.api.failure.UnreadableAnswerException;
import dev.ferry.output.OutputException;
import dev.ferry.output.Redactor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * Sends a request, and again where that is safe and may help. Reading is safe to repeat. A change is repeated only when
 * the service cannot have acted: when nothing has left, or when it has said so by 429, or by 503 with a time to come
 * back. Where it may have acted, the outcome is unknown.
 */
final class Retries {
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;
    private static final Set<Integer> OPEN = Set.of(500, 502, UNAVAILABLE, 504);
    private static final Duration WORTH_A_WORD = Duration.ofSeconds(1);

    /** How often a login is tried at least where the service says when to come back. */
    private static final int LOGINS = 3;

    /** Each old connection is met once; this many at once is no chance any more. */
    private static final int MOST_FREE = 8;

    private final Exchange exchange;
    private final RateBudget budget;
    private final ApiClient.Settings settings;
    private final Runnable dropOldConnections;

    /** @param dropOldConnections closes the connections that are idle */
    Retries(Exchange exchange, RateBudget budget, ApiClient.Settings settings, Runnable dropOldConnections) {
        this.exchange = exchange;
        this.budget = budget;
        this.settings = settings;
        this.dropOldConnections = dropOldConnections;
    }

    /** Whether sending it twice does no more than sending it once. */
    static boolean isSafe(Request request) {
        return Changes.isReading(request);
    }

    /**
     * Sends it until it is answered or the bounds are reached.
     *
     * @param leave called right before each attempt, after all waiting; throws when none may leave any more
     * @throws OutcomeUnknownException when the service may have acted and nobody can say
     * @throws ApiException when it ended badly in another way
     */
    <T> @Nullable T send(Request request, RetryPolicy policy, Runnable leave, Reading<T> reading) {
        return new Journey(request, policy, leave).end(reading);
    }

    /** All attempts of one call. */
    private final class Journey {
        private final Clock clock = settings.time().clock();
        private final Request request;
        private final RetryPolicy policy;
        private final Runnable leave;
        private final ApiClient.Settings heard;
        private final Turn turn;
        private final Turn login;
        private final Instant begin = clock.instant();
        private int attempts;

        /** Those that only found out that the server had closed an idle connection. */
        private int free;

        private Duration waited = Duration.ZERO;

        /** What counts against the bound: all time but that spent in line. */
        private Duration spent = Duration.ZERO;

        private Instant sent = begin;
        private @Nullable Answer answer;
        private @Nullable ApiException last;

        Journey(Request request, RetryPolicy policy, Runnable leave) {
            boolean once = Look.isOnce();
            this.request = request;
            this.policy = once ? policy.once() : policy;
            this.leave = leave;
            this.heard = once ? settings.withNotices(notice -> {}) : settings;
            this.turn = budget.turn(request, heard);
            this.login = budget.loginTurn(heard);
        }

        <T> @Nullable T end(Reading<T> reading) {
            try {
                T value = attempts(reading);
                tell(null);
                return value;
            } catch (ApiException | OutputException e) {
                tell(e);
                if (!isSafe(request) && e instanceof ApiException failure && isOfLogin(failure)) {
                    heard.listeners().notices().accept(Answer.line(request) + ": not sent, because the login failed");
                }
                throw e;
            }
        }

        /** A login is a request of its own, with a line of its own. */
        private boolean isOfLogin(ApiException failure) {
            return answer == null
                    && failure.request() != null
                    && !failure.request().equals(Redactor.redact(Answer.line(request)));
        }

        private <T> @Nullable T attempts(Reading<T> reading) {
            while (true) {
                line();
                leave();
                Delivery delivery = new Delivery();
                Duration pause;
                try {
                    return attempt(delivery, reading);
                } catch (ApiException e) {
                    ApiException before = last;
                    last = e;
                    pause = pause(e, before, delivery);
                }
                sleep(pause);
            }
        }

        private void line() {
            String line = Answer.line(request);
            boolean through = false;
            try {
                waited = waited.plus(turn.await(line, policy.within()));
                through = true;
                waited = waited.plus(login.await(line, policy.within()));
                through = false;
            } catch (InterruptedException e) {
                throw interrupted("interrupted while it waited for the rate limit", e);
            } finally {
                if (through) {
                    turn.end(null);
                }
            }
        }

        /** Of a change that may have reached the service no attempt follows, so a refusal here leaves nothing open. */
        private void leave() {
            boolean left = false;
            try {
                leave.run();
                left = true;
            } catch (CallRefusedException e) {
                ApiException before = last;
                throw before == null
                        ? e
                        : new CallRefusedException(
                                e.why(),
                                e.problem() + "; the last attempt: " + before.problem(),
                                Answer.line(request),
                                e);
            } finally {
                if (!left) {
                    turn.end(null);
                    login.end();
                }
            }
        }

        private <T> @Nullable T attempt(Delivery delivery, Reading<T> reading) {
            attempts++;
            answer = null;
            sent = clock.instant();
            boolean refused = false;
            try {
                Answer complete = exchange.send(
                        Delivery.attach(request, delivery), policy.within().minus(spent));
                answer = complete;
                return reading.of(complete);
            } catch (ErrorAnswerException e) {
                refused = e.status() == TOO_MANY;
                throw e;
            } finally {
                spent = spent.plus(Duration.between(sent, clock.instant()));
                if (!refused) {
                    turn.end(answer);
                    login.end();
                }
            }
        }

        /**
         * How long to sleep before the next attempt.
         *
         * @param before how the attempt before it ended; null when there was none
         * @throws ApiException when there is to be none
         */
        private Duration pause(ApiException e, @Nullable ApiException before, Delivery delivery) {
            Duration asked = e instanceof ErrorAnswerException error ? askedBy(error) : null;
            if (e instanceof ErrorAnswerException error && error.status() == TOO_MANY) {
                Duration pause = asked == null
                        ? policy.longPause(attempts, settings.time().random())
                        : asked;
                // Without an answer to the call itself it was its login that met a limit.
                boolean byLogin = answer == null;
                if (byLogin) {
                    turn.end(null);
                    login.refused(error.headers(), error.parameters(), pause);
                } else {
                    login.end();
                    turn.refused(error.headers(), error.parameters(), pause);
                }
                spend(pause, e, byLogin && asked != null ? Math.max(LOGINS, policy.attempts()) : policy.attempts());
                // The line sleeps for it.
                return Duration.ZERO;
            }
            boolean mayHaveActed = delivery.mayHaveArrived() && !isSafe(request);
            if (mayHaveActed && leavesOpen(e, asked)) {
                throw new OutcomeUnknownException(e, sent);
            }
            if (!mayHelp(e, mayHaveActed)) {
                throw e;
            }
            if (e instanceof UnreachableException && delivery.metAnIdleConnection() && free < MOST_FREE) {
                // It says nothing of the service, so it costs no attempt; the next one goes out on a connection of its
                // own.
                dropOldConnections.run();
                free++;
                spend(Duration.ZERO, e, policy.attempts());
                return Duration.ZERO;
            }
            Duration pause = asked != null
                    ? asked
                    : policy.pause(attempts - free, settings.time().random());
            // That the time was over while it tried again says less than what the service answered.
            spend(
                    pause,
                    e instanceof CallTimeoutException && before instanceof ErrorAnswerException ? before : e,
                    policy.attempts());
            if (pause.compareTo(WORTH_A_WORD) >= 0) {
                heard.listeners()
                        .notices()
                        .accept(String.valueOf(e.getMessage()).replaceFirst("[.]$", "") + "; trying again in "
                                + Timespan.text(pause) + " (attempt " + (attempts - free + 1) + " of "
                                + policy.attempts()
                                + ")");
            }
            return pause;
        }

        /** A service that asks to come back at once is given the usual pause all the same. */
        private @Nullable Duration askedBy(ErrorAnswerException error) {
            Duration asked = RetryAfter.in(error.headers(), clock.instant());
            return asked == null || asked.isZero() ? null : asked;
        }

        /** Takes the pause off what the bounds leave; throws the failure when they leave too little. */
        private void spend(Duration pause, ApiException e, int most) {
            if (attempts - free >= most) {
                throw e;
            }
            spent = spent.plus(pause);
            if (spent.compareTo(policy.within()) >= 0) {
                throw e instanceof ErrorAnswerException error && askedBy(error) != null
                        ? error.with("the service asks to wait " + Timespan.text(pause)
                                + ", which is more than the time this call may take")
                        : e;
            }
        }

        private void sleep(Duration pause) {
            if (pause.isZero()) {
                return;
            }
            waited = waited.plus(pause);
            try {
                settings.time().sleeper().sleep(pause);
            } catch (InterruptedException e) {
                throw interrupted("interrupted before it was sent again", e);
            }
        }

        private CallInterruptedException interrupted(String what, InterruptedException cause) {
            Thread.currentThread().interrupt();
            String before = last == null
                    ? "; nothing was sent"
                    : (isSafe(request) ? "" : "; nothing has been changed") + "; the last attempt: " + last.problem();
            return new CallInterruptedException(what + before, Answer.line(request), null, cause);
        }

        private void tell(@Nullable RuntimeException e) {
            RuntimeException reason = e instanceof OutcomeUnknownException unknown ? unknown.reason() : e;
            String line = Answer.line(request);
            settings.listeners()
                    .calls()
                    .accept(new CallRecord(
                            begin,
                            request.method(),
                            Redactor.redact(line.substring(request.method().length() + 1)),
                            status(reason) == null && answer != null
                                    ? Integer.valueOf(answer.status())
                                    : status(reason),
                            Duration.between(begin, clock.instant()),
                            answer != null
                                    ? answer.requestId()
                                    : reason instanceof ApiException call ? call.requestId() : null,
                            reason == null || reason instanceof ErrorAnswerException ? null : reason.getMessage(),
                            attempts,
                            waited));
        }
    }

    /** Whether the service may have acted although this is what came back. */
    private static boolean leavesOpen(ApiException e, @Nullable Duration asked) {
        Integer status = status(e);
        if (e instanceof ErrorAnswerException) {
            return status != null && OPEN.contains(status) && (status != UNAVAILABLE || asked == null);
        }
        if (e instanceof UnreadableAnswerException) {
            return status == null || status < 300 || OPEN.contains(status);
        }
        return e instanceof CallTimeoutException
                || e instanceof UnreachableException
                || e instanceof CallInterruptedException;
    }

    private static boolean mayHelp(ApiException e, boolean mayHaveActed) {
        Integer status = status(e);
        if (e instanceof ErrorAnswerException) {
            return status != null && (OPEN.contains(status) || status == TOO_MANY);
        }
        if (mayHaveActed) {
            return false;
        }
        return e instanceof CallTimeoutException
                || (e instanceof UnreachableException broken && !broken.isLasting())
                || (e instanceof UnreadableAnswerException unreadable && unreadable.isCutOff());
    }

    /** What a failed call was answered; null when nothing came, or nothing with a status of its own. */
    static @Nullable Integer status(@Nullable RuntimeException e) {
        if (e instanceof ErrorAnswerException error) {
            return error.status();
        }
        return e instanceof UnreadableAnswerException unreadable ? unreadable.status() : null;
    }
}
