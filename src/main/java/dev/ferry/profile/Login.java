package dev.ferry.profile;

import dev.ferry.output.Secret;

/**
 * Credentials whose secret half has not been read yet.
 *
 * @param kind which credentials they will be
 * @param id the public key or the client id
 * @param secret where the private key or the client secret is to be found
 */
public record Login(Kind kind, String id, SecretSource secret) {
    /** The two kinds of credentials. */
    public enum Kind {
        /** An {@link ApiKey}. */
        API_KEY,
        /** A {@link ServiceAccount}. */
        SERVICE_ACCOUNT
    }

    /**
     * Reads the secret.
     *
     * @throws SettingsException if it cannot be read
     */
    public Credentials credentials(Environment environment) {
        Secret value = secret.read(environment);
        return kind == Kind.SERVICE_ACCOUNT ? new ServiceAccount(id, value) : new ApiKey(id, value);
    }
}
