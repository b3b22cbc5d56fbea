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
    STATUS(Group.WHAT, "503", "", "a status, 400 to 599; nothing is done"),
    RESET(Group.WHAT, "reset", "", "a reset of the connection; nothing is done"),
    HTML(Group.WHAT, "html[=502|200]", "502 or 200", "a page of a proxy; nothing is done", FaultWord::pageStatus),
    DROP_ANSWER(Group.WHAT, "drop-answer", "", "all is done, then the connection closes"),
    RESET_MID(Group.WHAT, "reset-mid", "", "a reset in the middle of the answer's body"),
    TRUNCATE(
            Group.WHAT,
            "truncate[=length|chunked|json]",
            "length, chunked or json",
            "half a body; json: as if it were whole",
            FaultWord::cut),
    WRONG_TYPE(
            Group.WHAT,
            "wrong-type[=TYPE]",
            "a media type",
            "JSON that says it is text/plain, or TYPE",
            FaultWord::mediaType),
    EMPTY(Group.WHAT, "empty", "", "an answer without its body"),
    GARBAGE(Group.WHAT, "garbage", "", "an answer that is not HTTP"),
    SLOW_DRIP(
            Group.WHAT,
            "slow-drip[=SPAN]",
            "a span of time up to 1h",
            "16 bytes of the body at a time, 100ms apart",
            FaultWord::span),
    LATENCY(
            Group.WITH,
            "latency=SPAN",
            "a span of time up to 1h",
            "so late; alone or with one of these",
            FaultWord::span),
    RETRY_AFTER(
            Group.WITH,
            "retry-after=SECONDS|date",
            "seconds or date",
            "with a status; date is 5 seconds away",
            FaultWord::secondsOrDate),
    AFTER(Group.WHEN, "after=N", "a whole number above 0", "not to the first N requests", FaultWord::count),
    FIRST(Group.WHEN, "first=N", "a whole number above 0", "to the next N requests, then no more", FaultWord::count),
    EVERY(Group.WHEN, "every=N", "a whole number above 0", "to one request in N", FaultWord::count),
    PROBABILITY(Group.WHEN, "probability=P", "a number from 0 to 1", "to this share of the requests", FaultWord::share),
    SEED(Group.WHEN, "seed=N", "a whole number", "to the same of them for the same N", Long::valueOf),
    MATCH(
            Group.WHICH,
            "match=TEXT",
            "a part of the path",
            "with TEXT in path or query; or the path with * and **",
            FaultWord::text),
    METHOD(Group.WHICH, "method=VERB", "a verb", "with this verb", FaultWord::verb),
    SIDE(Group.WHICH, "side=atlas|cm|oauth", "atlas, cm or oauth", "to this API, or for tokens", FaultWord::side);

    private static final Duration LONGEST = Duration.ofHours(1);

    /** What a word says about the fault. */
    enum Group {
        WHAT,
        WITH,
        WHEN,
        WHICH
    }

    private final Group group;
    private final String usage;
    private final String spelling;
    private final String takes;
    private final String meaning;
    private final Function<String, Object> reader;

    FaultWord(Group group, String usage, String takes, String meaning) {
        this(group, usage, takes, meaning, value -> {
            throw new IllegalArgumentException(value);
        });
    }

    FaultWord(Group group, String usage, String takes, String meaning, Function<String, Object> reader) {
        this.group = group;
        this.usage = usage;
        this.spelling = usage.split("[\\[=]", 2)[0];
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

    /** How it is written, such as {@code first=N}. */
    String usage() {
        return usage;
    }

    String meaning() {
        return meaning;
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

    private static Object verb(String value) {
        return text(value).toUpperCase(Locale.ROOT);
    }

    private static String text(String value) {
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
