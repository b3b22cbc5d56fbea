package dev.ferry.output;

import dev.ferry.output.Unescaped.Escape;
import java.io.OutputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Hides secrets in any text: one for the process, used by every channel (screen, history, journal, log, report,
 * exception texts).
 *
 * <p>Hidden are the values of all {@link Secret}s made so far, in the spellings of JSON, URLs, XML, shells, Base64 and
 * hexadecimal digits, with the codes of a terminal between their letters, and random parts of them; and what looks like a
 * secret: private keys, client secrets, bearer tokens and JSON Web Tokens, passwords in URIs, and values under secret names.
 * Everything else stays as it is. The work grows with the length of the text only, not with the number of secrets.
 */
public final class Redactor {
    /** JSON in JSON in a URL; deeper than any log nests. */
    private static final int DEEPEST_ESCAPES = 3;

    private static final KnownSecrets KNOWN = new KnownSecrets();

    private Redactor() {}

    /** The text with {@link Secret#MASK} in place of every secret; the same object when there is none. */
    public static String redact(String text) {
        return spans(text).between(0, text.length(), false);
    }

    /**
     * Whether a value under this name is a secret: {@code linkToken}, {@code client_secret}, {@code PRIVATE_API_KEY}…
     *
     * @param name a JSON member, an option, a variable or a header, in any spelling
     */
    public static boolean isSecretName(String name) {
        return SecretNames.isSecret(name);
    }

    /** The same where the value is at hand: a long random text that is only called {@code key} is a secret as well. */
    public static boolean isSecret(String name, String value) {
        return SecretNames.isSecret(name, value);
    }

    /**
     * A stream that redacts UTF-8 text on its way to {@code sink}, also when a secret comes in several pieces. Text
     * leaves it with the end of its line, or when it is flushed.
     */
    public static OutputStream stream(OutputStream sink) {
        return new RedactedStream(sink);
    }

    /** Hides this value from now on, wherever a text shows it. Values of fewer than six characters are not looked for. */
    public static void learn(String secret) {
        KNOWN.learn(secret);
    }

    /**
     * Learns what stands behind options with the names of secrets, as one word or two: {@code --password=x}, {@code --token x}. The
     * process list has shown them already; our own channels need not.
     *
     * @param arguments the words of a command line
     */
    public static void learnFrom(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            int value = word.indexOf('=');
            String name = value < 0 ? word : word.substring(0, value);
            if (!word.startsWith("-") || !isSecretName(name)) {
                continue;
            }
            if (value >= 0) {
                learn(word.substring(value + 1));
            } else if (i + 1 < arguments.size() && !arguments.get(i + 1).startsWith("-")) {
                learn(arguments.get(i + 1));
            }
        }
    }

    /** The value, learned, and held once in this process. */
    static SecretForm known(String secret) {
        return KNOWN.learn(secret);
    }

    /**
     * Overwrites the characters of every secret of this process, as its last act: afterwards {@link Secret#reveal()} fails,
     * and every text is hidden as a whole. Strings that were revealed before are Java's to collect; nobody can overwrite them.
     */
    public static void wipe() {
        KNOWN.wipe();
    }

    static Spans spans(String text) {
        var spans = new Spans(text);
        KNOWN.hideIn(text, spans);
        SecretShapes.hideIn(text, spans);
        NamedSecrets.hideIn(text, spans);
        Unescaped plain = Unescaped.withoutCodes(text);
        String read = text;
        if (plain != null) {
            read = plain.text();
            var here = new Spans(read);
            KNOWN.hideIn(read, here);
            SecretShapes.hideIn(read, here);
            NamedSecrets.hideIn(read, here);
            plain.hideIn(spans, here);
        }
        hideEscaped(read, plain, spans);
        return spans;
    }

    private static void hideEscaped(String text, @Nullable Unescaped outer, Spans spans) {
        Set<Escape> kinds = Escape.in(text);
        hideEscaped(text, kinds, outer, spans);
        if (kinds.size() > 1) {
            kinds.forEach(kind -> hideEscaped(text, EnumSet.of(kind), outer, spans));
        }
    }

    private static void hideEscaped(String text, Set<Escape> kinds, @Nullable Unescaped outer, Spans spans) {
        String read = text;
        Unescaped last = outer;
        for (int depth = 0; depth < DEEPEST_ESCAPES; depth++) {
            Unescaped undone = Unescaped.of(read, kinds);
            if (undone == null) {
                return;
            }
            last = undone.within(last);
            read = last.text();
            var here = new Spans(read);
            KNOWN.hideIn(read, here);
            SecretShapes.hideIn(read, here);
            last.hideIn(spans, here);
        }
    }

    /** How many characters at the end of {@code text} may be the beginning of a known secret. */
    static int openEnd(String text) {
        Unescaped plain = Unescaped.withoutCodes(text);
        if (plain == null) {
            return KNOWN.openEnd(text);
        }
        int open = KNOWN.openEnd(plain.text());
        return open == 0 ? 0 : text.length() - plain.from(plain.text().length() - open);
    }
}
