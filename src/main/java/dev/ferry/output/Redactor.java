package dev.ferry.output;

/** stub */
public final class Redactor {
    private Redactor() {}

    /** Hides every secret. */
    public static String redact(String text) {
        return text;
    }

    /** Whether a value under this name is a secret. */
    public static boolean isSecretName(String name) {
        return name.equals("password");
    }

    static void learn(String secret) {}
}
