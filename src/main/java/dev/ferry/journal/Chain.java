package dev.ferry.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Binds each line to the one before it: a line ends in the SHA-256 of the former line's sum and of everything that stands before its
 * own.
 */
final class Chain {
    /** What stands for the former line's sum in the first line. */
    static final String START = "0".repeat(64);

    private static final byte[] BEFORE = ",\"hash\":\"".getBytes(US_ASCII);
    private static final byte[] AFTER = "\"}".getBytes(US_ASCII);
    private static final Pattern SUM = Pattern.compile("[0-9a-f]{64}");
    private static final int TAIL = BEFORE.length + START.length() + AFTER.length;

    private Chain() {}

    /**
     * A line taken apart.
     *
     * @param content what the sum is of, without the brace that closes it
     * @param sum the sum that the line bears
     */
    @SuppressWarnings("ArrayRecordComponent") // a part of a line in its own place, compared by nobody
    record Link(byte[] content, String sum) {
        /** Whether the line follows from one with this sum, and nothing in it was changed. */
        boolean follows(String former) {
            return sum.equals(bound(former, content));
        }

        /** The line without its sum. */
        String json() {
            return new String(content, UTF_8) + "}";
        }
    }

    /** The line for this JSON object, with its sum and the end of the line. */
    static byte[] line(String former, byte[] json) {
        byte[] content = Arrays.copyOf(json, json.length - 1);
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        line.writeBytes(content);
        line.writeBytes(BEFORE);
        line.writeBytes(bound(former, content).getBytes(US_ASCII));
        line.writeBytes(AFTER);
        line.write('\n');
        return line.toByteArray();
    }

    /** A line without its end, taken apart; empty when it does not end as each line has to. */
    static Optional<Link> link(byte[] line) {
        int end = line.length - TAIL;
        if (end < 1 || !matches(line, end, BEFORE) || !matches(line, line.length - AFTER.length, AFTER)) {
            return Optional.empty();
        }
        String sum = new String(line, end + BEFORE.length, START.length(), US_ASCII);
        return SUM.matcher(sum).matches() ? Optional.of(new Link(Arrays.copyOf(line, end), sum)) : Optional.empty();
    }

    /** The sum of a text. */
    static String sum(String text) {
        return HexFormat.of().formatHex(digest().digest(text.getBytes(UTF_8)));
    }

    private static String bound(String former, byte[] content) {
        MessageDigest digest = digest();
        digest.update(former.getBytes(US_ASCII));
        return HexFormat.of().formatHex(digest.digest(content));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256.", e);
        }
    }

    private static boolean matches(byte[] line, int from, byte[] part) {
        return Arrays.equals(line, from, from + part.length, part, 0, part.length);
    }
}
