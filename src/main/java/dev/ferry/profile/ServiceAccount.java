package dev.ferry.profile;

import dev.ferry.output.Secret;

/**
 * A service account, used with the OAuth 2.0 client credentials grant.
 *
 * @param clientId its id, as {@code mdb_sa_id_65aa000000000000000000ff}
 * @param clientSecret its secret, which starts with {@code mdb_sa_sk_}
 * @see <a href="https://www.mongodb.com/docs/atlas/api/service-accounts-overview/">Service accounts</a>
 */
public record ServiceAccount(String clientId, Secret clientSecret) implements Credentials {
    @Override
    public String id() {
        return clientId;
    }
}
