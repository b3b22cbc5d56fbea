package dev.ferry.api.atlas;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The addresses of a project by what uses them.
 *
 * @param clusters addresses of clusters
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getgroupipaddresses">Atlas Administration API</a>
 */
public record IpServices(@Nullable List<ClusterIpAddresses> clusters, Map<String, Object> more) {}
