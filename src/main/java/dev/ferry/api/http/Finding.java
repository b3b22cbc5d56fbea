package dev.ferry.api.http;

import dev.ferry.api.failure.ErrorAnswerException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one check of a side found.
 *
 * @param check what was looked at
 * @param result how it is
 * @param found one sentence, without secrets
 * @param advice what to do; null when there is nothing to do
 * @param details the same as data, in the order to show it: texts, numbers, lists and maps
 * @param failure the exception that says the same, when there is one
 */
public record Finding(
        Check check,
        Result result,
        String found,
        @Nullable String advice,
        Map<String, Object> details,
        @Nullable RuntimeException failure) {

    /** What is looked at, in this order. */
    public enum Check {
        /** Where address, credentials and certificates of authorities come from. */
        SETTINGS,
        /** Whether there is a proxy in between, and why. */
        PROXY,
        /** The addresses of the host, or of the proxy. */
        DNS,
        /** A connection to it. */
        TCP,
        /** The certificates it shows. */
        TLS,
        /** What answers there. */
        API,
        /** Its clock against ours. */
        CLOCK,
        /** Whether it knows the credentials. */
        LOGIN,
        /** What they may see and do. */
        RIGHTS,
        /** How many calls it allows. */
        LIMITS
    }

    /** How it is. */
    public enum Result {
        /** As it should be. */
        OK,
        /** Something to look at; calls go through. */
        WARNING,
        /** Calls do not go through. */
        FAILED,
        /** There was nothing to look at. */
        SKIPPED
    }

    /** Keeps the order of the details. */
    public Finding {
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }

    static Finding ok(Check check, String found, Map<String, Object> details) {
        return new Finding(check, Result.OK, found, null, details, null);
    }

    static Finding warning(Check check, String found, String advice, Map<String, Object> details) {
        return new Finding(check, Result.WARNING, found, advice, details, null);
    }

    static Finding failed(Check check, String found, @Nullable String advice, Map<String, Object> details) {
        return new Finding(check, Result.FAILED, found, advice, details, null);
    }

    /** A check that ended with an exception; its message is the sentence. */
    public static Finding failed(Check check, RuntimeException failure) {
        String hint = failure instanceof ErrorAnswerException answer ? answer.hint() : null;
        return new Finding(check, Result.FAILED, String.valueOf(failure.getMessage()), hint, Map.of(), failure);
    }
}
