package dev.ferry.api.catalog;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * How a read can tell afterwards whether a change was done.
 *
 * @param read path of a GET, with {@code {name}} for what comes from the path of the change and {@code {body.name}} for what
 *     comes from its body; empty when there is nothing to read
 * @param kind what is looked for there
 * @param signs each of which alone is enough; all conditions of a sign have to hold
 * @param gives whether what the read shows is what the change would have answered
 * @param words what people should know besides; empty for nothing
 * @param settles how long after the change the sign may take to come; when it is not there by then, the change was not made
 * @param repeatable whether making the change once more does no harm where nobody can say whether it was made
 */
public record Trace(
        String read,
        Kind kind,
        List<List<Condition>> signs,
        boolean gives,
        String words,
        Duration settles,
        boolean repeatable) {
    /** When a thing that was made, changed or deleted shows itself at the latest. */
    static final Duration SOON = Duration.ofSeconds(5);

    private static final Set<Kind> PROVING = Set.of(Kind.SHOWS, Kind.GONE, Kind.LISTS, Kind.LISTS_ALL);

    /** Whether what is looked for can prove that the change was made. */
    public boolean proves() {
        return PROVING.contains(kind);
    }

    /** Whether the sign may come so late that it could still be that of a change before this one. */
    public boolean isSlow() {
        return settles.compareTo(SOON) > 0;
    }

    /**
     * Whether each sign carries a time that cannot be before the sending. Clocks and dates without fractions leave two seconds in which
     * it can; a look before the change tells there, too.
     */
    public boolean isDated() {
        return !signs.isEmpty()
                && signs.stream().allMatch(sign -> sign.stream()
                        .anyMatch(condition -> condition.value().equals(Condition.SENT)));
    }

    /** What is looked for. */
    public enum Kind {
        /** A document that fulfils a sign. */
        SHOWS,
        /** That there is no such thing any more, that it says itself that it goes away, or that it fulfils a sign. */
        GONE,
        /** A list with an element that fulfils a sign. */
        LISTS,
        /** A list with each of the things that were sent. */
        LISTS_ALL,
        /** A list whose elements that fulfil a sign are worth a look, but prove nothing. */
        ONLY_HINTS,
        /** Nothing; no read can tell. */
        CANNOT_TELL;

        static Kind of(String word) {
            return valueOf(word.toUpperCase(java.util.Locale.ROOT).replace(' ', '_'));
        }
    }

    /**
     * One field of what was read.
     *
     * @param field its name, or {@code body} for every field that was sent
     * @param value a text, {@code null}, {@code body.name} for what was sent under that name, {@code sent} for a time that is
     *     not before the sending
     */
    public record Condition(String field, String value) {
        /** Stands for every field that was sent. */
        public static final Condition BODY = new Condition("body", "");

        /** The time of the sending, as a value. */
        public static final String SENT = "sent";

        /** What a value from the body begins with. */
        public static final String FROM_BODY = "body.";
    }
}
