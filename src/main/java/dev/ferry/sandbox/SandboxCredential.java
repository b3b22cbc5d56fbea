package dev.ferry.sandbox;

import org.jspecify.annotations.Nullable;

/**
 * A pair of make-believe credentials of the sandbox: an API key and a service account.
 *
 * <p>The values are plain text on purpose and are not told to the redactor: they open nothing but a sandbox, they are the
 * same in every sandbox of a scenario, and whoever starts one has to be able to read them.
 *
 * @param side {@code source} (Cloud Manager) or {@code target} (Atlas)
 * @param role the role it is there to show, as the API spells it
 * @param orgId the organization it belongs to
 * @param orgName name of that organization
 * @param groupId the project its role is limited to, or null
 * @param publicKey public half of the API key
 * @param privateKey private half of the API key
 * @param clientId id of the service account
 * @param clientSecret secret of the service account
 */
public record SandboxCredential(
        String side,
        String role,
        String orgId,
        String orgName,
        @Nullable String groupId,
        String publicKey,
        String privateKey,
        String clientId,
        String clientSecret) {}
