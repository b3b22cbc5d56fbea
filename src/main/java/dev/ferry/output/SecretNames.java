package dev.ferry.output;

import java.util.List;
import java.util.regex.Pattern;

/** Which names stand for secrets, in the spelling of JSON, settings files, variables and HTTP headers alike. */
final class SecretNames {
    /** Compared in lower case without {@code _}, {@code -} and {@code .}: so {@code PRIVATE_API_KEY} ends in the fourth. */
    private static final List<String> ENDINGS = List.of(
            "password",
            "passwd",
            "passphrase",
            "apikey",
            "privatekey",
            "secretkey",
            "accesskey",
            "secret",
            "token",
            "pwd",
            "passwordhash",
            "passwordsalt",
            "serverkey",
            "storedkey",
            "authorization",
            "cookie");

    /** Headers whose value is several words: the whole line is hidden. */
    private static final List<String> HEADERS = List.of("authorization", "cookie");

    /** Long, and letters and digits only: keys of agents and of replica sets, not those of tags and indexes. */
    private static final Pattern OPAQUE = Pattern.compile("[A-Za-z0-9+/=\\s]{32,}+");

    private SecretNames() {}

    static boolean isSecret(String name) {
        String plain = plain(name);
        return !plain.contains("public") && endsWithAny(plain, ENDINGS);
    }

    /** The same where the value may decide: what is only called {@code key} is one when it looks like nothing else. */
    static boolean isSecret(String name, String value) {
        return isSecret(name) || (name.equals("key") && OPAQUE.matcher(value).matches());
    }

    /** Whether a text is nothing but such a name. */
    static boolean isName(String text) {
        return ENDINGS.contains(plain(text));
    }

    static boolean isHeader(String name) {
        return endsWithAny(plain(name), HEADERS);
    }

    static boolean isCookie(String name) {
        return plain(name).endsWith("cookie");
    }

    private static String plain(String name) {
        var plain = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c != '_' && c != '-' && c != '.') {
                plain.append(Character.toLowerCase(c));
            }
        }
        return plain.toString();
    }

    private static boolean endsWithAny(String name, List<String> endings) {
        for (String ending : endings) {
            if (name.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }
}
