package dev.ferry.sandbox;

import dev.ferry.output.Suggestion;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A rule by which the sandbox misbehaves: what happens, when, and to which requests. It is written as words with blanks
 * between them:
 *
 * <pre>{@code
 * 503 retry-after=5 first=2 match=/orgs    the first two requests with /orgs in their path
 * drop-answer first=1 method=POST          one change is made, and nobody hears of it
 * latency=2s every=3 side=atlas            every third answer of Atlas comes late
 * reset-mid probability=0.1 seed=7         a tenth of all answers break off
 * }</pre>
 *
 * <p>The words are listed by {@link #help()}. {@code truncate} sends half of the body: of the length it has announced
 * ({@code length}), in chunks without the last one ({@code chunked}), or as a complete answer whose JSON ends too early
 * ({@code json}). In {@code match}, {@code *} stands for what is between two slashes and {@code **} for anything; without
 * them the text may be anywhere in path and query. Everything said about when and which has to be true at once; {@code after} is
 * counted first, so {@code after=2 first=1} is the third request. Requests that do not say who is calling are answered with
 * the challenge that they wait for, and are not counted.
 */
public final class Fault {
    private static final Pattern STATUS = Pattern.compile("[45]\\d\\d");

    private final String rule;
    private final Map<FaultWord, Object> words;
    private final @Nullable Pattern path;

    private Fault(String rule, Map<FaultWord, Object> words) {
        this.rule = rule;
        this.words = Collections.unmodifiableMap(words);
        String match = (String) words.get(FaultWord.MATCH);
        this.path = match != null && match.contains("*") ? glob(match) : null;
    }

    /**
     * Reads a rule.
     *
     * @throws IllegalArgumentException one sentence that names the rule, the word that is wrong and what it takes
     */
    public static Fault parse(String rule) {
        Map<FaultWord, Object> words = new EnumMap<>(FaultWord.class);
        for (String text : rule.strip().split("\\s+", -1)) {
            int equals = text.indexOf('=');
            String spelling = equals < 0 ? text : text.substring(0, equals);
            boolean status = STATUS.matcher(text).matches();
            FaultWord word =
                    status ? FaultWord.STATUS : FaultWord.of(spelling).orElseThrow(() -> unknown(rule, text, spelling));
            Object value = status ? Integer.valueOf(text) : value(rule, text, word, equals);
            if (words.put(word, value) != null) {
                throw wrong(rule, "'" + spelling + "' may stand there once.");
            }
        }
        check(
                rule,
                words.keySet().stream()
                        .filter(word -> word.group() == FaultWord.Group.WHAT)
                        .toList(),
                words);
        return new Fault(rule.strip(), words);
    }

    /** The words a rule may have, as they are written, with what each means. */
    public static Map<String, String> help() {
        Map<String, String> help = new LinkedHashMap<>();
        for (FaultWord word : FaultWord.values()) {
            help.put(word.usage(), word.meaning());
        }
        return Collections.unmodifiableMap(help);
    }

    private static Object value(String rule, String text, FaultWord word, int equals) {
        if (equals < 0 && word.standsAlone()) {
            return "";
        }
        try {
            return word.read(equals < 0 ? "" : text.substring(equals + 1));
        } catch (IllegalArgumentException e) {
            throw wrong(
                    rule,
                    "'" + text + "' is not understood; " + word.spelling() + " takes "
                            + (word.takes().isEmpty() ? "no value" : word.takes()) + ".");
        }
    }

    private static void check(String rule, List<FaultWord> what, Map<FaultWord, Object> words) {
        if (what.size() > 1) {
            throw wrong(
                    rule,
                    what.stream().map(FaultWord::spelling).collect(Collectors.joining("' and '", "'", "'"))
                            + " cannot happen to one request; make two rules of it.");
        }
        if (what.isEmpty() && !words.containsKey(FaultWord.LATENCY)) {
            throw wrong(rule, "it does not say what happens, such as 503, reset or latency=2s.");
        }
        if (words.containsKey(FaultWord.RETRY_AFTER) && !words.containsKey(FaultWord.STATUS)) {
            throw wrong(rule, "'retry-after' needs a status, such as 503.");
        }
        if (words.containsKey(FaultWord.SEED) && !words.containsKey(FaultWord.PROBABILITY)) {
            throw wrong(rule, "'seed' needs a probability, such as probability=0.1.");
        }
    }

    private static IllegalArgumentException unknown(String rule, String text, String spelling) {
        String near = Suggestion.orDidYouMean(spelling, FaultWord.spellings());
        return wrong(
                rule,
                text.isEmpty()
                        ? "it is empty; an example is '503 first=2 match=/orgs'."
                        : "there is no word '" + text + "'"
                                + (near.isEmpty()
                                        ? "; it takes a status from 400 to 599 or one of "
                                                + FaultWord.spellings().stream()
                                                        .skip(1)
                                                        .collect(Collectors.joining(", "))
                                                + "."
                                        : near));
    }

    private static IllegalArgumentException wrong(String rule, String sentence) {
        return new IllegalArgumentException("The fault rule '" + rule + "' cannot be read: " + sentence);
    }

    /** What happens; empty when a request is only late. */
    Optional<FaultWord> what() {
        return words.keySet().stream()
                .filter(word -> word.group() == FaultWord.Group.WHAT)
                .findFirst();
    }

    /** The value of a word; {@code otherwise} when the rule does not have it, or has it without a value. */
    <T> T value(FaultWord word, T otherwise) {
        Object value = words.get(word);
        @SuppressWarnings("unchecked") // each word reads values of one type, and is asked with that type
        T given = value == null || value.equals("") ? otherwise : (T) value;
        return given;
    }

    /** Whether it is about such a request; how many came before does not count here. */
    boolean concerns(Request request, String side) {
        String match = value(FaultWord.MATCH, "");
        boolean there = path == null
                ? request.target().contains(match)
                : path.matcher(request.path()).matches();
        return there
                && value(FaultWord.METHOD, request.method()).equals(request.method())
                && value(FaultWord.SIDE, side).equals(side);
    }

    private static Pattern glob(String text) {
        StringBuilder regex = new StringBuilder();
        Pattern.compile("\\*\\*|\\*|[^*]+")
                .matcher(text)
                .results()
                .map(part -> switch (part.group()) {
                    case "**" -> ".*";
                    case "*" -> "[^/]*";
                    default -> Pattern.quote(part.group());
                })
                .forEach(regex::append);
        return Pattern.compile(regex.toString());
    }

    /** Two rules are the same when they are written the same. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Fault fault && rule.equals(fault.rule);
    }

    @Override
    public int hashCode() {
        return rule.hashCode();
    }

    /** The rule as it was written. */
    @Override
    public String toString() {
        return rule;
    }
}
