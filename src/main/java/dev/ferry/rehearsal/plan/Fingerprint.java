package dev.ferry.rehearsal.plan;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ferry.api.ApiSide;
import dev.ferry.api.catalog.Catalog;
import dev.ferry.api.catalog.Catalogs;
import dev.ferry.api.http.RawRead;
import dev.ferry.output.Redactor;
import dev.ferry.output.Secret;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Makes of an answer what can be kept of it and compared later: no secret, and nothing that changes by itself. */
final class Fingerprint {
    private static final int LONGEST = 80;
    private static final int DIGITS = 32;
    private static final String SUM = "sum:";

    private final Catalogs catalogs;
    private final String salt;

    /** @param salt goes into every sum, so that those of one plan cannot be held against those of another */
    Fingerprint(Catalogs catalogs, String salt) {
        this.catalogs = catalogs;
        this.salt = salt;
    }

    /** A salt that nobody has had. */
    static String newSalt() {
        byte[] salt = new byte[16];
        new SecureRandom().nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }

    /** Whether a kept value is the sum of one. */
    static boolean isSum(String value) {
        return value.startsWith(SUM);
    }

    /** What is kept of an answer. */
    Seen of(ApiSide side, RawRead read) {
        Volatile changing = new Volatile(catalogs.match("GET", read.path())
                .map(Catalog.Match::operation)
                .map(operation -> operation.path())
                .orElse(read.path().replaceFirst("\\?.*", "")));
        List<Seen.Fact> facts = new ArrayList<>();
        Leaves.byKey(read.body()).forEach((path, value) -> {
            if (!changing.changes(path)) {
                facts.add(new Seen.Fact(Redactor.redact(path), kept(value)));
            }
        });
        return new Seen(side, read.path(), read.version(), read.status(), facts);
    }

    private String kept(Object value) {
        // Of a secret not even a sum: a weak one could be found by trying, since all that goes into the sum is in the
        // file.
        String text = value instanceof Secret
                ? Secret.MASK
                : value instanceof Number number ? number(number) : Redactor.redact(value.toString());
        return text.length() <= LONGEST && !isSum(text) ? text : sum(text);
    }

    /** {@code 3} and {@code 3.0} are the same number. */
    static String number(Number number) {
        try {
            return new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
        } catch (NumberFormatException e) {
            return number.toString();
        }
    }

    private String sum(String text) {
        return SUM + sha256(salt + text).substring(0, DIGITS);
    }

    /** The sum of a text, in hexadecimal digits. */
    static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
