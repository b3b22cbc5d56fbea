package dev.ferry.output;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Secrets nobody has told us about, found by what they look like.
 *
 * <p>Every pattern is guarded by a text it cannot match without, and repeats possessively or within bounds, so that no
 * input makes it slow.
 */
final class SecretShapes {
    /**
     * One kind of secret.
     *
     * @param possible tells cheaply that there is no match, as it is in most texts
     * @param pattern hides its group 1, or all of the match when it has none
     */
    private record Shape(Predicate<String> possible, Pattern pattern) {
        static Shape of(String hint, String regex) {
            return of(text -> text.contains(hint), regex);
        }

        static Shape of(Predicate<String> possible, String regex) {
            return new Shape(possible, Pattern.compile(regex));
        }
    }

    private static final String HEX = "[0-9A-Fa-f]";

    private static final List<Shape> SHAPES = List.of(
            // Client secret of a service account.
            Shape.of("mdb_sa_sk_", "mdb_sa_sk_[A-Za-z0-9_-]++"),
            // JSON Web Token, RFC 7519: header, payload, perhaps a signature.
            Shape.of("eyJ", "(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{4,}+\\.[A-Za-z0-9_-]{4,}+(?:\\.[A-Za-z0-9_-]*+)?"),
            // Bearer token, RFC 6750. The digit tells a token from a word of prose.
            Shape.of("earer", "\\b[Bb]earer\\s{1,4}((?=[A-Za-z._~+/=-]*+\\d)[A-Za-z0-9._~+/=-]{12,}+)"),
            // PEM, RFC 7468; without its end it goes on to the end of the text.
            Shape.of(
                    "PRIVATE KEY-----",
                    "-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY-----(?s:.*?)(?:-----END [A-Z0-9 ]{0,40}PRIVATE KEY-----|\\z)"),
            // What is only called a key, and is long and random: of agents, of replica sets.
            Shape.of("key", "(?<![\\w.-])key\\\\{0,8}[\"']?\\s{0,4}[:=]\\s{0,4}\\\\{0,8}[\"']?([A-Za-z0-9+/=]{32,}+)"),
            // Password in the authority of a URI, RFC 3986.
            Shape.of("://", "://[^\\s/:@\"']*+:([^\\s/\"']+)@"),
            // Private key of the API as it is published: four groups.
            Shape.of(
                    SecretShapes::hasGroups,
                    "(?<![\\w-])" + HEX + "{8}-" + HEX + "{4}-" + HEX + "{4}-" + HEX + "{12}(?![\\w-])"),
            // Public key and private key side by side, as for curl's --user; the private key may have five groups.
            Shape.of(
                    SecretShapes::hasGroups,
                    "(?<![\\w])[a-z]{8}[\"']?[:, ]{1,3}[\"']?(" + HEX + "{8}-(?:" + HEX + "{4}-){2,3}" + HEX
                            + "{12})"));

    private SecretShapes() {}

    /** Whether two hyphens stand around four letters, as in the middle of a private key. */
    private static boolean hasGroups(String text) {
        for (int i = text.indexOf('-'); i >= 0; i = text.indexOf('-', i + 1)) {
            if (text.startsWith("-", i + 5)) {
                return true;
            }
        }
        return false;
    }

    /** Hides every part of {@code text} that looks like a secret. */
    static void hideIn(String text, Spans spans) {
        for (Shape shape : SHAPES) {
            if (!shape.possible().test(text)) {
                continue;
            }
            Matcher match = shape.pattern().matcher(text);
            while (match.find()) {
                int group = match.groupCount();
                spans.hide(match.start(group), match.end(group));
            }
        }
    }
}
