package dev.ferry.api.atlas;

import dev.ferry.api.RoleAssignment;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The API key with which a call was made.
 *
 * @param id 24 hexadecimal digits
 * @param publicKey public half of the key
 * @param roles roles it holds
 * @param accessList addresses from which it may be used
 * @param more fields of the answer that this record does not name
 */
public record CallingKey(
        String id,
        String publicKey,
        @Nullable List<RoleAssignment> roles,
        @Nullable List<Map<String, Object>> accessList,
        Map<String, Object> more) {}
