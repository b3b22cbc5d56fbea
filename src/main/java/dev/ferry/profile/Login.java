package dev.ferry.profile;

import dev.ferry.output.Secret;
import java.util.Arrays;
import java.util.List;

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
        API_KEY(Key.PUBLIC_KEY, Key.PRIVATE_KEY),
        /** A {@link ServiceAccount}. */
        SERVICE_ACCOUNT(Key.CLIENT_ID, Key.CLIENT_SECRET);

        private final Key idKey;
        private final Key secretKey;

        Kind(Key idKey, Key secretKey) {
            this.idKey = idKey;
            this.secretKey = secretKey;
        }

        /** The setting of the half that may be shown. */
        public Key idKey() {
            return idKey;
        }

        /** The setting of the other half. */
        public Key secretKey() {
            return secretKey;
        }

        /** That one, and the settings that say where it is instead. */
        List<Key> secretKeys() {
            return Arrays.stream(Key.values())
                    .filter(key -> key.word().startsWith(secretKey.word()))
                    .toList();
        }
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
