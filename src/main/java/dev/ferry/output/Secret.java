package dev.ferry.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * A value that must not be shown: a private key, a client secret, a link token, a password.
 *
 * <p>Its text is always {@value #MASK}; the value comes out only through {@link #reveal()}. Making a secret tells
 * {@link Redactor} its value, so that the value is also hidden where it turns up in other text.
 *
 * <pre>{@code
 * Secret key = Secret.of(System.getenv("MONGODB_ATLAS_PRIVATE_API_KEY"));
 * println(key);              // ••••••••
 * request.header(key.reveal());
 * }</pre>
 */
public final class Secret {
    /** What is shown instead of any secret, whatever its length. */
    public static final String MASK = "••••••••";

    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /**
     * Wraps {@code value} and makes it known to {@link Redactor}.
     *
     * @param value the secret as the service expects it
     */
    public static Secret of(String value) {
        Redactor.learn(value);
        return new Secret(value);
    }

    /** The value itself, for the place that sends it. Never hand it to anything that prints. */
    public String reveal() {
        return value;
    }

    /** Compares in constant time, so that the comparison tells nothing about the value. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Secret secret
                && MessageDigest.isEqual(value.getBytes(UTF_8), secret.value.getBytes(UTF_8));
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** Always {@link #MASK}. */
    @Override
    public String toString() {
        return MASK;
    }
}
