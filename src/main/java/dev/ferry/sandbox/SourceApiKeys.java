package dev.ferry.sandbox;

import dev.ferry.api.ApiSide;
import dev.ferry.api.Listing;
import dev.ferry.api.cloudmanager.ApiAccessEntry;
import dev.ferry.api.cloudmanager.ApiKey;
import dev.ferry.api.cloudmanager.ApiKeys;
import dev.ferry.output.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** API keys of the source. One that is made here can log in; its access list is kept and not enforced. */
record SourceApiKeys(Call call) implements ApiKeys {
    private static final int LONGEST_DESC = 250;
    private static final Set<String> ROLES = RoleNames.ofOrganization(ApiSide.SOURCE);

    @Override
    public Listing<ApiKey> list(Map<String, Object> options, String orgId) {
        return Listing.of(call.world().callers().keysOf(orgId).stream()
                .map(key -> answer(key, redacted(key.secret())))
                .toList());
    }

    @Override
    public ApiKey get(Map<String, Object> options, String orgId, String apiKeyId) {
        Caller key = existing(orgId, apiKeyId);
        return answer(key, redacted(key.secret()));
    }

    @Override
    public ApiKey create(Map<String, Object> body, String orgId) {
        String id = call.world().newId("apiKey");
        Caller key = new Caller(
                id,
                Caller.Kind.API_KEY,
                call.world().secret(AcmeCredentials.publicKey(id)),
                call.world().secret(AcmeCredentials.privateKey(id)),
                desc(body),
                orgId,
                roles(body, orgId));
        call.world().callers().add(key);
        call.traceOrg("API_KEY_CREATED", orgId, Map.of("targetPublicKey", key.login()));
        return answer(key, key.secret());
    }

    @Override
    public ApiKey update(Map<String, Object> body, String orgId, String apiKeyId) {
        Caller old = existing(orgId, apiKeyId);
        Caller key = new Caller(
                old.id(),
                old.kind(),
                old.login(),
                old.secret(),
                body.containsKey("desc") ? desc(body) : old.description(),
                orgId,
                body.containsKey("roles") ? roles(body, orgId) : old.roles());
        call.world().callers().add(key);
        if (!key.description().equals(old.description())) {
            call.traceOrg("API_KEY_DESCRIPTION_CHANGED", orgId, Map.of("targetPublicKey", key.login()));
        }
        if (!key.roles().equals(old.roles())) {
            call.traceOrg("API_KEY_ROLES_CHANGED", orgId, Map.of("targetPublicKey", key.login()));
        }
        return answer(key, redacted(key.secret()));
    }

    @Override
    public @Nullable Void delete(Map<String, Object> options, String orgId, String apiKeyId) {
        Caller key = existing(orgId, apiKeyId);
        call.world().callers().remove(key);
        call.traceOrg("API_KEY_DELETED", orgId, Map.of("targetPublicKey", key.login()));
        return null;
    }

    @Override
    public Listing<ApiAccessEntry> accessList(Map<String, Object> options, String orgId, String apiKeyId) {
        return Listing.of(List.copyOf(entries(orgId, apiKeyId)));
    }

    @Override
    public ApiAccessEntry accessListEntry(
            Map<String, Object> options, String orgId, String apiKeyId, String ipAddress) {
        return entries(orgId, apiKeyId).stream()
                .filter(entry -> isCalled(entry, ipAddress))
                .findFirst()
                .orElseThrow(() -> new Refusal(ErrorCode.RESOURCE_NOT_FOUND, ipAddress));
    }

    @Override
    public Listing<ApiAccessEntry> addToAccessList(
            Map<String, Object> options, String orgId, String apiKeyId, List<Map<String, Object>> entries) {
        List<ApiAccessEntry> list = entries(orgId, apiKeyId);
        List<ApiAccessEntry> added = entries.stream().map(this::entry).toList();
        for (ApiAccessEntry entry : added) {
            if (list.stream()
                    .noneMatch(old -> old.cidrBlock() != null && old.cidrBlock().equals(entry.cidrBlock()))) {
                list.add(entry);
                call.traceOrg("API_KEY_ACCESS_LIST_ENTRY_ADDED", orgId, Map.of());
            }
        }
        return accessList(Map.of(), orgId, apiKeyId);
    }

    @Override
    public @Nullable Void removeFromAccessList(
            Map<String, Object> options, String orgId, String apiKeyId, String ipAddress) {
        if (!entries(orgId, apiKeyId).removeIf(entry -> isCalled(entry, ipAddress))) {
            throw new Refusal(ErrorCode.RESOURCE_NOT_FOUND, ipAddress);
        }
        call.traceOrg("API_KEY_ACCESS_LIST_ENTRY_DELETED", orgId, Map.of());
        return null;
    }

    /** The list is the business of the key itself and of the owners of its organization. */
    private List<ApiAccessEntry> entries(String orgId, String apiKeyId) {
        Caller key = existing(orgId, apiKeyId);
        if (!call.caller().owns(orgId) && !call.caller().id().equals(key.id())) {
            throw new Refusal(ErrorCode.NOT_ORG_OWNER, orgId);
        }
        return call.world().source().accessList(key.id());
    }

    private ApiAccessEntry entry(Map<String, Object> entry) {
        boolean range = entry.get("cidrBlock") != null;
        if (range == (entry.get("ipAddress") != null)) {
            throw new Refusal(ErrorCode.BAD_WHITELIST_ADD_REQUEST);
        }
        String value = String.valueOf(entry.get(range ? "cidrBlock" : "ipAddress"));
        if (!Admission.isAddress(value, range)) {
            throw new Refusal(ErrorCode.INVALID_IP_ADDRESS_OR_CIDR_NOTATION, value);
        }
        String single = value + (value.contains(":") ? "/128" : "/32");
        return new ApiAccessEntry(range ? null : value, range ? value : single, call.now(), 0, null, null, Map.of());
    }

    private static boolean isCalled(ApiAccessEntry entry, String ipAddress) {
        return ipAddress.equals(entry.ipAddress()) || ipAddress.equals(entry.cidrBlock());
    }

    private Caller existing(String orgId, String apiKeyId) {
        return call.world().callers().keysOf(orgId).stream()
                .filter(key -> key.id().equals(apiKeyId))
                .findFirst()
                .orElseThrow(() -> new Refusal(ErrorCode.API_KEY_NOT_FOUND, apiKeyId));
    }

    private static String desc(Map<String, Object> body) {
        String desc = String.valueOf(body.get("desc"));
        if (desc.isBlank() || desc.length() > LONGEST_DESC) {
            throw new Refusal(ErrorCode.INVALID_API_KEY_DESC);
        }
        return desc;
    }

    private static List<Role> roles(Map<String, Object> body, String orgId) {
        List<Role> roles = new ArrayList<>();
        if (body.get("roles") instanceof List<?> names) {
            for (Object name : names) {
                if (!ROLES.contains(String.valueOf(name))) {
                    throw new Refusal(ErrorCode.INVALID_ROLE_FOR_ORG, name);
                }
                roles.add(Role.inOrg(String.valueOf(name), orgId));
            }
        }
        if (roles.isEmpty()) {
            throw new Refusal(ErrorCode.MISSING_API_KEY_ROLES);
        }
        return roles;
    }

    /** Only the last group can be read, as the documents show it. */
    private static String redacted(String privateKey) {
        return "********-****-****-" + privateKey.substring(privateKey.lastIndexOf('-') + 1);
    }

    private static ApiKey answer(Caller key, String privateKey) {
        return new ApiKey(
                key.id(),
                key.description(),
                key.login(),
                Secret.of(privateKey),
                Role.assignments(key.roles()),
                Map.of());
    }
}
