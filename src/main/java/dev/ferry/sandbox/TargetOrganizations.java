package dev.ferry.sandbox;

import dev.ferry.api.Listing;
import dev.ferry.api.atlas.Organization;
import dev.ferry.api.atlas.Organizations;
import dev.ferry.api.atlas.Project;
import java.util.Map;

/** Organizations of the target. */
record TargetOrganizations(Call call) implements Organizations {
    @Override
    public Listing<Organization> list(Map<String, Object> options) {
        return Listing.of(call.world().orgs(Side.TARGET).stream()
                .filter(org -> call.caller().isMemberOf(org.id()) && Call.named(org.name(), options))
                .map(TargetOrganizations::answer)
                .toList());
    }

    @Override
    public Organization get(Map<String, Object> options, String orgId) {
        return answer(call.world().org(orgId).orElseThrow());
    }

    @Override
    public Listing<Project> projects(Map<String, Object> options, String orgId) {
        return Listing.of(call.world().groupsOf(orgId).stream()
                .filter(group -> call.caller().sees(group.id(), orgId) && Call.named(group.name(), options))
                .map(group -> TargetProjects.answer(group, call.world()))
                .toList());
    }

    private static Organization answer(Org org) {
        return new Organization(org.id(), org.name(), false, false, Map.of());
    }
}
