package dev.ferry.api.atlas;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a project's IP access list: who may connect to its clusters.
 *
 * <p>Exactly one of address, block and security group is given. This list is not the access list of an API key,
 * which says from where the API may be called.
 *
 * @param ipAddress one address
 * @param cidrBlock block of addresses, such as {@code 203.0.113.0/24}
 * @param awsSecurityGroup security group of a peered AWS network
 * @param comment why it is there, at most 80 characters
 * @param deleteAfterDate when Atlas removes it; at most a week ahead
 * @param groupId project it belongs to
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getgroupaccesslistentry">Atlas Administration API</a>
 */
public record AccessListEntry(
        @Nullable String ipAddress,
        @Nullable String cidrBlock,
        @Nullable String awsSecurityGroup,
        @Nullable String comment,
        @Nullable Instant deleteAfterDate,
        @Nullable String groupId,
        Map<String, Object> more) {}
