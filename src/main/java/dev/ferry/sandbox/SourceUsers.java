package dev.ferry.sandbox;

import dev.ferry.api.Listing;
import dev.ferry.api.cloudmanager.User;
import dev.ferry.api.cloudmanager.Users;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Users of the source. Everybody of an organization has a role in each of its projects. */
record SourceUsers(Call call) implements Users {
    private static final Map<String, String> IN_PROJECTS = Map.of(
            "Olga", "GROUP_OWNER",
            "Mira", "GROUP_AUTOMATION_ADMIN",
            "Rafael", "GROUP_READ_ONLY",
            "Dana", "GROUP_DATA_ACCESS_ADMIN");

    @Override
    public Listing<User> list(Map<String, Object> options, String orgId) {
        return Listing.of(call.world().people(orgId).stream()
                .map(person -> answer(person, person.roles()))
                .toList());
    }

    @Override
    public Listing<User> listInProject(Map<String, Object> options, String groupId) {
        return Listing.of(call.world().people(call.orgOf(groupId)).stream()
                .map(person -> {
                    List<Role> roles = new ArrayList<>(person.roles());
                    roles.add(Role.inProject(IN_PROJECTS.getOrDefault(person.firstName(), "GROUP_READ_ONLY"), groupId));
                    return answer(person, roles);
                })
                .toList());
    }

    @Override
    public User get(Map<String, Object> options, String userId) {
        return administered()
                .filter(person -> person.id().equals(userId))
                .findFirst()
                .map(person -> answer(person, person.roles()))
                .orElseThrow(() -> new Refusal(ErrorCode.USER_NOT_FOUND, userId));
    }

    @Override
    public User byName(Map<String, Object> options, String username) {
        return administered()
                .filter(person -> person.username().equals(username))
                .findFirst()
                .map(person -> answer(person, person.roles()))
                .orElseThrow(() -> new Refusal(ErrorCode.USERNAME_NOT_FOUND, username));
    }

    /** A credential is nobody, so it sees a user only as an owner of the user's organization. */
    private Stream<World.Person> administered() {
        List<Org> owned = call.world().orgs(Side.SOURCE).stream()
                .filter(org -> call.caller().owns(org.id()))
                .toList();
        if (owned.isEmpty()) {
            throw new Refusal(ErrorCode.USER_UNAUTHORIZED, "ORG_OWNER");
        }
        return owned.stream().flatMap(org -> call.world().people(org.id()).stream());
    }

    static User answer(World.Person person, List<Role> roles) {
        return new User(
                person.id(),
                person.username(),
                person.username(),
                person.firstName(),
                person.lastName(),
                null,
                "DE",
                Role.assignments(roles),
                SourceTeams.idsOf(person),
                Map.of());
    }
}
