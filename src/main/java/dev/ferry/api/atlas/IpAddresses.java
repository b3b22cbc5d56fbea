package dev.ferry.api.atlas;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The addresses of a project.
 *
 * @param groupId project, 24 hexadecimal digits
 * @param services addresses by what uses them
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getgroupipaddresses">Atlas Administration API</a>
 */
public record IpAddresses(String groupId, @Nullable IpServices services, Map<String, Object> more) {}
