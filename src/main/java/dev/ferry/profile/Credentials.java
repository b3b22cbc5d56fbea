package dev.ferry.profile;

/** What proves to an API who is calling. Both APIs take both kinds; the kind chooses how a call is authenticated. */
public sealed interface Credentials permits ApiKey, ServiceAccount {
    /** The half that may be shown: the public key or the client id. */
    String id();
}
