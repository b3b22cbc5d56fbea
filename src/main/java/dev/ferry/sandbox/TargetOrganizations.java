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
        return Listing.of(
                call.orgs(Side.TARGET, options).map(TargetOrganizations::answer).toList());
    }

    @Override
    public Organization get(Map<String, Object> options, String orgId) {
        return answer(call.world().org(orgId).orElseThrow());
    }

    @Override
    public Listing<Project> projects(Map<String, Object> options, String orgId) {
        return Listing.of(call.groupsOf(orgId, options)
                .map(group -> TargetProjects.answer(group, call.world()))
                .toList());
    }

    private static Organization answer(Org org) {
        return new Organization(org.id(), org.name(), false, false, Map.of());
    }

    @Override
    public dev.ferry.api.atlas.OrganizationSettings settings(Map<String, Object> options, String orgId) {
        return TargetSettings.ofOrganization(call.world(), orgId);
    }

    @Override
    public dev.ferry.api.atlas.OrganizationSettings updateSettings(Map<String, Object> body, String orgId) {
        call.world().estate().change(Estate.Kind.SETTINGS, orgId, "", body);
        return settings(Map.of(), orgId);
    }
}
