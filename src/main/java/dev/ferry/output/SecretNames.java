package dev.ferry.output;

import java.util.List;

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
            "authorization",
            "cookie");

    /** Headers whose value is several words: the whole line is hidden. */
    private static final List<String> HEADERS = List.of("authorization", "cookie");

    private SecretNames() {}

    static boolean isSecret(String name) {
        String plain = plain(name);
        return !plain.contains("public") && endsWithAny(plain, ENDINGS);
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
