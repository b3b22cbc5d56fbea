package dev.ferry.sandbox;

import dev.ferry.api.Listing;
import dev.ferry.api.cloudmanager.Organization;
import dev.ferry.api.cloudmanager.Organizations;
import dev.ferry.api.cloudmanager.Project;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Organizations of the source, with their projects. */
record SourceOrganizations(Call call) implements Organizations {
    @Override
    public Listing<Organization> list(Map<String, Object> options) {
        return Listing.of(
                call.orgs(Side.SOURCE, options).map(SourceOrganizations::answer).toList());
    }

    @Override
    public Organization get(Map<String, Object> options, String orgId) {
        return answer(call.world().org(orgId).orElseThrow());
    }

    @Override
    public Listing<Project> projects(Map<String, Object> options, String orgId) {
        return Listing.of(call.groupsOf(orgId, options)
                .map(group -> SourceProjects.answer(group, call))
                .toList());
    }

    @Override
    public Organization rename(Map<String, Object> body, String orgId) {
        String name = String.valueOf(body.get("name"));
        if (name.isBlank() || name.length() > SourceProjects.LONGEST_NAME) {
            throw new Refusal(ErrorCode.INVALID_ORG_NAME, name);
        }
        Org renamed = new Org(orgId, name, Side.SOURCE);
        call.world().add(renamed);
        call.traceOrg("ORG_RENAMED", orgId, Map.of());
        return answer(renamed);
    }

    @Override
    public @Nullable Void delete(Map<String, Object> options, String orgId) {
        if (!call.world().groupsOf(orgId).isEmpty()) {
            throw new Refusal(ErrorCode.ORG_NOT_EMPTY, orgId);
        }
        call.world().linkage().unlink(orgId);
        call.world().remove(call.world().org(orgId).orElseThrow());
        return null;
    }

    private static Organization answer(Org org) {
        return new Organization(org.id(), org.name(), false, Map.of());
    }
}
