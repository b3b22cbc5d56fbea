package dev.ferry.output;

import org.jspecify.annotations.Nullable;

/**
 * A value that must not be shown: a private key, a client secret, a link token, a password.
 *
 * <p>Its text is always {@value #MASK}; the value comes out only through {@link #reveal()}. Making a secret tells
 * {@link Redactor} its value, so that the value is also hidden where it turns up in other text. It cannot be serialized,
 * and no field of it shows the value to what looks into objects by reflection.
 *
 * <p>The characters are held once in the process, and {@link Redactor#wipe()} overwrites them.
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

    private final SecretForm value;

    Secret(SecretForm value) {
        this.value = value;
    }

    /**
     * Wraps {@code value} and makes it known to {@link Redactor}.
     *
     * @param value the secret as the service expects it
     */
    public static Secret of(String value) {
        return new Secret(Redactor.known(value));
    }

    /**
     * The value itself, for the place that sends it. Never hand it to anything that prints.
     *
     * @throws IllegalStateException when it has been wiped
     */
    public String reveal() {
        return value.reveal();
    }

    /** Takes the same time whatever the values are, so that the comparison tells nothing about them. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Secret secret && value.equals(secret.value);
    }

    /** Another one in every process, so that it tells nothing about the value. */
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
