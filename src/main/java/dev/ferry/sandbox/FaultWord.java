package dev.ferry.sandbox;

import dev.ferry.api.Timespan;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The words of a {@link Fault}: this table is its grammar, its error sentences and its help. */
enum FaultWord {
    STATUS(Group.WHAT, "503", "", "answers with this status, 400 to 599, and does nothing"),
    RESET(Group.WHAT, "reset", "", "resets the connection and does nothing"),
    HTML(Group.WHAT, "html", "502 or 200", "answers as a proxy does, with a page, and does nothing", FaultWord::pageStatus),
    DROP_ANSWER(Group.WHAT, "drop-answer", "", "does what is asked, then closes the connection without an answer"),
    RESET_MID(Group.WHAT, "reset-mid", "", "resets the connection in the middle of the answer's body"),
    TRUNCATE(
            Group.WHAT,
            "truncate",
            "length, chunked or json",
            "cuts the body short of its Content-Length, without its last chunk, or as if JSON ended there",
            FaultWord::cut),
    WRONG_TYPE(
            Group.WHAT,
            "wrong-type",
            "a media type",
            "calls the answer's JSON text/plain, or what is given",
            FaultWord::mediaType),
    EMPTY(Group.WHAT, "empty", "", "leaves the answer's body out"),
    GARBAGE(Group.WHAT, "garbage", "", "answers with something that is not HTTP"),
    SLOW_DRIP(
            Group.WHAT, "slow-drip", "a span of time up to 1h", "sends 16 bytes of the body at a time, 100ms apart", FaultWord::span),
    LATENCY(Group.WITH, "latency", "a span of time up to 1h", "waits so long first; also the only thing to happen", FaultWord::span),
    RETRY_AFTER(
            Group.WITH,
            "retry-after",
            "seconds or date",
            "adds Retry-After to a status: so many seconds, or a date 5 seconds away",
            FaultWord::secondsOrDate),
    AFTER(Group.WHEN, "after", "a whole number above 0", "leaves so many requests alone first", FaultWord::count),
    FIRST(Group.WHEN, "first", "a whole number above 0", "happens to so many requests, then no more", FaultWord::count),
    EVERY(Group.WHEN, "every", "a whole number above 0", "happens to one request in so many", FaultWord::count),
    PROBABILITY(
            Group.WHEN, "probability", "a number from 0 to 1", "happens to that share of the requests", FaultWord::share),
    SEED(Group.WHEN, "seed", "a whole number", "which requests those are; the same ones for the same seed", Long::valueOf),
    MATCH(
            Group.WHICH,
            "match",
            "a part of the path",
            "only requests with this in path or query; with * for a segment, ** for several: the whole path",
            FaultWord::text),
    METHOD(Group.WHICH, "method", "a verb", "only requests with this verb", value -> value.toUpperCase(Locale.ROOT)),
    SIDE(Group.WHICH, "side", "atlas, cm or oauth", "only requests to this API, or for tokens", FaultWord::side);

    private static final Duration LONGEST = Duration.ofHours(1);

    /** What a word says about the fault. */
    enum Group {
        WHAT,
        WITH,
        WHEN,
        WHICH
    }

    private final Group group;
    private final String spelling;
    private final String takes;
    private final String meaning;
    private final Function<String, Object> reader;

    FaultWord(Group group, String spelling, String takes, String meaning) {
        this(group, spelling, takes, meaning, value -> {
            throw new IllegalArgumentException(value);
        });
    }

    FaultWord(Group group, String spelling, String takes, String meaning, Function<String, Object> reader) {
        this.group = group;
        this.spelling = spelling;
        this.takes = takes;
        this.meaning = meaning;
        this.reader = reader;
    }

    static Optional<FaultWord> of(String spelling) {
        return Arrays.stream(values())
                .filter(word -> word.spelling.equals(spelling) && word != STATUS)
                .findFirst();
    }

    static List<String> spellings() {
        return Arrays.stream(values()).map(FaultWord::spelling).toList();
    }

    Group group() {
        return group;
    }

    String spelling() {
        return spelling;
    }

    /** What may follow the equals sign, in words; empty when nothing may. */
    String takes() {
        return takes;
    }

    /** Whether it may stand without a value. */
    boolean standsAlone() {
        return group == Group.WHAT;
    }

    /** One line of help. */
    String help() {
        return spelling + (takes.isEmpty() ? "" : standsAlone() ? "[=…]" : "=…") + ": " + meaning
                + (standsAlone() && !takes.isEmpty() ? " (" + takes + ")" : "");
    }

    /** @throws IllegalArgumentException when the value is not what the word takes */
    Object read(String value) {
        return reader.apply(value);
    }

    private static Object pageStatus(String value) {
        return oneOf(value, "502", "200");
    }

    private static Object cut(String value) {
        return oneOf(value, "length", "chunked", "json");
    }

    private static Object side(String value) {
        return oneOf(value, "atlas", "cm", "oauth");
    }

    private static Object oneOf(String value, String... allowed) {
        if (!List.of(allowed).contains(value)) {
            throw new IllegalArgumentException(value);
        }
        return value;
    }

    private static Object mediaType(String value) {
        if (!value.matches("[\\w.+-]+/[\\w.+-]+")) {
            throw new IllegalArgumentException(value);
        }
        return value;
    }

    private static Object text(String value) {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("empty");
        }
        return value;
    }

    private static Object span(String value) {
        Duration span = Timespan.of(value);
        if (span.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(value);
        }
        return span;
    }

    private static Object secondsOrDate(String value) {
        return value.equals("date") ? value : (Object) Integer.toUnsignedString(Integer.parseUnsignedInt(value));
    }

    private static Object count(String value) {
        long count = Long.parseLong(value);
        if (count < 1) {
            throw new IllegalArgumentException(value);
        }
        return count;
    }

    private static Object share(String value) {
        double share = Double.parseDouble(value);
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(value);
        }
        return share;
    }
}
