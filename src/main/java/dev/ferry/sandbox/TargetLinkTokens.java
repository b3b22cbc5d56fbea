package dev.ferry.sandbox;

import dev.ferry.api.atlas.LinkToken;
import dev.ferry.api.atlas.LinkTokens;
import dev.ferry.output.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Link tokens of a target organization. */
record TargetLinkTokens(Call call) implements LinkTokens {
    @Override
    public LinkToken create(Map<String, Object> body, String orgId) {
        if (body.get("accessListIps") instanceof List<?> addresses) {
            for (Object address : addresses) {
                String text = String.valueOf(address);
                if (!Admission.isAddress(text, text.contains("/"))) {
                    throw new Refusal(ErrorCode.INVALID_IP_ADDRESS_OR_CIDR_NOTATION, text);
                }
            }
        }
        String id = call.world().newId("linkToken");
        String text = "link-" + id + "-" + Ids.digest(id + call.now()).substring(0, 24);
        String token = call.world().secret(Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
        call.world().linkage().give(token, orgId);
        call.traceOrg("API_KEY_CREATED", orgId, Map.of());
        return new LinkToken(Secret.of(token), Map.of());
    }

    @Override
    public @Nullable Void delete(Map<String, Object> options, String orgId) {
        refuseWhileMigrating(call, orgId);
        call.world().linkage().takeBack(orgId);
        call.traceOrg("API_KEY_DELETED", orgId, Map.of());
        return null;
    }

    /** A link stays while a migration needs it. */
    static void refuseWhileMigrating(Call call, String targetOrgId) {
        String busy = call.world().migrations().stream()
                .filter(migration -> migration.active(call.now()))
                .map(Migration::groupId)
                .filter(groupId -> call.orgOf(groupId).equals(targetOrgId))
                .distinct()
                .collect(Collectors.joining(", "));
        if (!busy.isEmpty()) {
            throw new Refusal(ErrorCode.CANNOT_DELETE_ORG_ACTIVE_LIVE_MIGRATION_ATLAS_ORG_LINK, busy);
        }
    }
}
