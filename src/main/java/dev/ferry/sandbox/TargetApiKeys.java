package dev.ferry.sandbox;

import dev.ferry.api.Listing;
import dev.ferry.api.atlas.ApiKey;
import dev.ferry.api.atlas.ApiKeyAccessEntry;
import dev.ferry.api.atlas.ApiKeys;
import dev.ferry.output.Secret;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** API keys of the target. One that is made here can log in. */
record TargetApiKeys(Call call) implements ApiKeys {
    private static final int LONGEST_DESC = 250;

    @Override
    public Listing<ApiKey> list(Map<String, Object> options, String orgId) {
        return Listing.of(
                callers().keysOf(orgId).stream().map(TargetApiKeys::answer).toList());
    }

    @Override
    public ApiKey get(Map<String, Object> options, String orgId, String apiUserId) {
        return answer(find(orgId, apiUserId));
    }

    @Override
    public ApiKey create(Map<String, Object> body, String orgId) {
        return make(body, orgId, RoleNames.inOrg(body.get("roles"), orgId));
    }

    @Override
    public ApiKey update(Map<String, Object> body, String orgId, String apiUserId) {
        Caller key = described(find(orgId, apiUserId), body);
        if (body.get("roles") != null) {
            List<Role> roles = RoleNames.inOrg(body.get("roles"), orgId);
            demandSome(roles);
            List<Role> inProjects =
                    key.roles().stream().filter(role -> role.groupId() != null).toList();
            key = key.with(Stream.concat(roles.stream(), inProjects.stream()).toList());
            call.traceOrg("API_KEY_ROLES_CHANGED", orgId, Map.of("targetPublicKey", key.login()));
        }
        callers().add(key);
        return answer(key);
    }

    @Override
    public @Nullable Void delete(Map<String, Object> options, String orgId, String apiUserId) {
        Caller key = find(orgId, apiUserId);
        callers().remove(key);
        call.traceOrg("API_KEY_DELETED", orgId, Map.of("targetPublicKey", key.login()));
        return null;
    }

    @Override
    public Listing<ApiKey> listInProject(Map<String, Object> options, String groupId) {
        return Listing.of(callers().keysOf(call.orgOf(groupId)).stream()
                .filter(key -> !key.rolesIn(groupId).isEmpty())
                .map(TargetApiKeys::answer)
                .toList());
    }

    @Override
    public ApiKey createInProject(Map<String, Object> body, String groupId) {
        return make(body, call.orgOf(groupId), RoleNames.inProject(body.get("roles"), groupId));
    }

    @Override
    public @Nullable Void assign(
            Map<String, Object> options, String groupId, String apiUserId, List<Map<String, Object>> roles) {
        List<Role> given = roles.stream()
                .flatMap(each -> RoleNames.inProject(each.get("roles"), groupId).stream())
                .toList();
        demandSome(given);
        callers().add(find(call.orgOf(groupId), apiUserId).inProject(groupId, given));
        return null;
    }

    @Override
    public ApiKey updateInProject(Map<String, Object> body, String groupId, String apiUserId) {
        Caller key = described(ofProject(groupId, apiUserId), body);
        if (body.get("roles") != null) {
            List<Role> roles = RoleNames.inProject(body.get("roles"), groupId);
            demandSome(roles);
            key = key.inProject(groupId, roles);
        }
        callers().add(key);
        return answer(key);
    }

    @Override
    public @Nullable Void unassign(Map<String, Object> options, String groupId, String apiUserId) {
        callers().add(ofProject(groupId, apiUserId).inProject(groupId, List.of()));
        return null;
    }

    @Override
    public Listing<ApiKeyAccessEntry> accessList(Map<String, Object> options, String orgId, String apiUserId) {
        return Listing.of(access(orgId, apiUserId).all().stream()
                .map(TargetApiKeys::entry)
                .toList());
    }

    @Override
    public ApiKeyAccessEntry accessListEntry(
            Map<String, Object> options, String orgId, String apiUserId, String ipAddress) {
        return entry(access(orgId, apiUserId).get(ipAddress));
    }

    @Override
    public Listing<ApiKeyAccessEntry> addToAccessList(
            Map<String, Object> options, String orgId, String apiUserId, List<Map<String, Object>> entries) {
        access(orgId, apiUserId).add(entries, Map.of("created", call.now(), "count", 0L));
        return accessList(Map.of(), orgId, apiUserId);
    }

    @Override
    public @Nullable Void removeFromAccessList(
            Map<String, Object> options, String orgId, String apiUserId, String ipAddress) {
        access(orgId, apiUserId).remove(ipAddress);
        return null;
    }

    private Callers callers() {
        return call.world().callers();
    }

    private ApiKey make(Map<String, Object> body, String orgId, List<Role> roles) {
        demandSome(roles);
        String id = call.world().newId("apiKey");
        Caller key = described(
                new Caller(
                        id,
                        Caller.Kind.API_KEY,
                        call.world().secret(AcmeCredentials.publicKey(id)),
                        call.world().secret(AcmeCredentials.privateKey(id)),
                        "",
                        orgId,
                        roles),
                body);
        callers().add(key);
        call.traceOrg("API_KEY_CREATED", orgId, Map.of("targetPublicKey", key.login()));
        return answer(key, key.secret());
    }

    private static Caller described(Caller key, Map<String, Object> body) {
        if (!(body.get("desc") instanceof String desc)) {
            return key;
        }
        if (desc.isBlank() || desc.length() > LONGEST_DESC) {
            throw new Refusal(ErrorCode.INVALID_API_KEY_DESC);
        }
        return key.described(desc);
    }

    private static void demandSome(List<Role> roles) {
        if (roles.isEmpty()) {
            throw new Refusal(ErrorCode.MISSING_API_KEY_ROLES);
        }
    }

    private Caller find(String orgId, String id) {
        return callers().keysOf(orgId).stream()
                .filter(key -> key.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal(ErrorCode.API_KEY_NOT_FOUND, id));
    }

    private Caller ofProject(String groupId, String id) {
        Caller key = find(call.orgOf(groupId), id);
        if (key.rolesIn(groupId).isEmpty()) {
            throw new Refusal(ErrorCode.API_KEY_NOT_FOUND, id);
        }
        return key;
    }

    /** The list is the business of the key itself and of the owners of its organization. */
    private CallerAccess access(String orgId, String id) {
        Caller key = find(orgId, id);
        if (!call.caller().owns(orgId) && !call.caller().id().equals(id)) {
            throw new Refusal(ErrorCode.NOT_ORG_OWNER, orgId);
        }
        return new CallerAccess(call, key);
    }

    private static ApiKeyAccessEntry entry(Map<String, Object> entry) {
        return Answer.of(ApiKeyAccessEntry.class, CallerAccess.shown(entry));
    }

    /** Only the last group of the private half can be read, as the documents show it. */
    private static ApiKey answer(Caller key) {
        String secret = key.secret();
        return answer(key, "********-****-****-" + secret.substring(secret.lastIndexOf('-') + 1));
    }

    private static ApiKey answer(Caller key, String privateKey) {
        return new ApiKey(
                key.id(),
                Objects.requireNonNull(key.description()),
                key.login(),
                Secret.of(privateKey),
                Role.assignments(key.roles()),
                Map.of());
    }
}
