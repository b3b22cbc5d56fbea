package dev.ferry.canary;

import java.util.Locale;

/** The kinds of secrets that are planted. Their titles are those of docs/security.md. */
public enum Planted {
    API_KEY("private key of the API", ""),
    CLIENT_SECRET("client secret of a service account", "mdb_sa_sk_CanaryOfAnAccount0123456789abc"),
    ACCESS_TOKEN("bearer token", "cAnArY9f9f9f9f9f9f9f9f9f9f9f"),
    LINK_TOKEN("link token", ""),
    SOURCE_PASSWORD("password of the source", "Src-canary-pw-2291"),
    URI_PASSWORD("password in a URI", "Uri-canary-pw-4417"),
    DATABASE_PASSWORD("password of a database user", "Dbu-canary-pw-7730"),
    PRIVATE_KEY("private key in PEM, several lines", "MIIEvQCanaryIBADANBgkqhkiG9w0BAQ"),
    INNER("secret that is part of another", "Inner-canary-5512"),
    OUTER("secret that contains another", "begin-Inner-canary-5512-end-88"),
    SPLIT("secret written in two pieces", "Split-canary-6623-and-its-end-99"),
    SETTINGS_FILE("key in the settings file", "mdb_sa_sk_CanaryOfTheSettings987654321xyz"),
    SECRET_COMMAND("key that a command prints", "mdb_sa_sk_CanaryOfTheCommand555666777qrs"),
    ARGUMENT("password in an argument of a script", "Arg-canary-pw-3345");

    /** Planted beside them, and no secret: where it is not found, nobody has looked. */
    static final String MARK = "canary-mark-7";

    private final String title;
    private final String value;

    Planted(String title, String value) {
        this.title = title;
        this.value = value;
    }

    String title() {
        return title;
    }

    /** What stands before the value in texts, so that it is seen that the kind came there; nothing in it sounds like a secret. */
    String label() {
        return String.format(Locale.ROOT, "kind%02d", ordinal());
    }

    /** What is planted; empty for what only the sandbox can give out. */
    public String value() {
        return value;
    }
}
