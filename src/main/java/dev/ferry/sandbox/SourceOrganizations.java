package dev.ferry.sandbox;

import dev.ferry.api.Listing;
import dev.ferry.api.cloudmanager.ApiKey;
import dev.ferry.api.cloudmanager.Organization;
import dev.ferry.api.cloudmanager.Organizations;
import dev.ferry.api.cloudmanager.Project;
import dev.ferry.api.cloudmanager.User;
import java.util.List;
import java.util.Map;

/** Organizations of the source, with their projects, users and API keys. */
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
    public Listing<User> users(Map<String, Object> options, String orgId) {
        return Listing.of(call.world().people(orgId).stream()
                .map(person -> new User(
                        person.id(),
                        person.username(),
                        person.username(),
                        person.firstName(),
                        person.lastName(),
                        null,
                        "DE",
                        Role.assignments(person.roles()),
                        List.of(),
                        Map.of()))
                .toList());
    }

    @Override
    public Listing<ApiKey> apiKeys(Map<String, Object> options, String orgId) {
        return Listing.of(call.world().callers().keysOf(orgId).stream()
                .map(key -> new ApiKey(
                        key.id(),
                        key.description(),
                        key.login(),
                        redacted(key.secret()),
                        Role.assignments(key.roles()),
                        Map.of()))
                .toList());
    }

    /** Only the last group can be read, as the documents show it. */
    private static String redacted(String privateKey) {
        return "********-****-****-" + privateKey.substring(privateKey.lastIndexOf('-') + 1);
    }

    private static Organization answer(Org org) {
        return new Organization(org.id(), org.name(), false, Map.of());
    }
}
