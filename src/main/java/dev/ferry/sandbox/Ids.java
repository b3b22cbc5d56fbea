package dev.ferry.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * Identifiers of 24 hexadecimal digits. The ones of a scenario depend on names only, so that documents can quote them; the
 * ones made later count up.
 */
final class Ids {
    private static final Pattern FORM = Pattern.compile("[a-f0-9]{24}");

    /** What ids begin with that are made in a scenario. */
    static final String OF_A_SCENARIO = "6600";

    /** What ids begin with that stand for others: as a time, which ids begin with, it lies in the next century. */
    static final String OF_A_TWIN = "ffff";

    private final AtomicLong made = new AtomicLong();
    private final String beginning;

    /** @param beginning the first four digits of those made later */
    Ids(String beginning) {
        this.beginning = beginning;
    }

    /** The same names give the same identifier here, and none of a scenario's in a twin. */
    String named(String... names) {
        String id = of(names);
        return standsForOthers() ? beginning + id.substring(beginning.length()) : id;
    }

    /** Whether what is made here stands for something that only a real service could make. */
    boolean standsForOthers() {
        return beginning.equals(OF_A_TWIN);
    }

    /** Whether this is an identifier that a twin has made. */
    static boolean isOfATwin(String id) {
        return id.startsWith(OF_A_TWIN);
    }

    static boolean isId(String text) {
        return FORM.matcher(text).matches();
    }

    /** The same names give the same identifier, today and tomorrow. */
    static String of(String... names) {
        return "64" + digest(String.join("/", names)).substring(0, 22);
    }

    static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java has SHA-256.", e);
        }
    }

    /** A new one; {@code kind} keeps identifiers of different kinds apart. */
    String next(String kind) {
        long number = made.incrementAndGet();
        return beginning + digest(kind).substring(0, 8) + String.format("%012x", number);
    }
}
