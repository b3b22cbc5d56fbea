package dev.ferry.profile;

import dev.ferry.output.Secret;

/**
 * A programmatic API key, used with HTTP Digest.
 *
 * <p>Neither half is checked for its form: the documentation prints private keys that are not UUIDs.
 *
 * @param publicKey the user name of the Digest exchange, eight letters in every documented example
 * @param privateKey its password
 * @see <a href="https://www.mongodb.com/docs/cloud-manager/tutorial/manage-programmatic-api-keys/">Programmatic API keys</a>
 */
public record ApiKey(String publicKey, Secret privateKey) implements Credentials {
    @Override
    public String id() {
        return publicKey;
    }
}
