package dev.ferry.api.atlas;

import dev.ferry.output.Secret;
import java.util.Map;

/**
 * The token with which a source organization is linked to an Atlas organization.
 *
 * <p>It embeds an API key and is shown once: there is no call that returns it again.
 *
 * @param linkToken the token; opaque
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-createorglivemigrationlinktoken">Atlas Administration API</a>
 */
public record LinkToken(Secret linkToken, Map<String, Object> more) {}
