package dev.ferry.sandbox;

import dev.ferry.sandbox.Membership.Member;
import dev.ferry.sandbox.Membership.Squad;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The people of Acme who use the target, the same in all its organizations, and their teams. */
final class AcmeMembership {
    private static final Duration AGE = Duration.ofDays(300);
    private static final List<String> PEOPLE = List.of("Olga Ops", "Mira Migration", "Rafael Reader", "Dana Database");

    private final World world;
    private final Instant start;

    AcmeMembership(World world, Instant start) {
        this.world = world;
        this.start = start;
    }

    void populate() {
        for (Org org : world.orgs(Side.TARGET)) {
            for (String name : PEOPLE) {
                world.membership().put(member(org, name));
            }
            world.membership()
                    .put(new Member(
                            id("nina"),
                            org.id(),
                            address("nina"),
                            "",
                            "",
                            List.of(Role.inOrg("ORG_MEMBER", org.id())),
                            start.minus(Duration.ofDays(2)),
                            address("olga")));
            team(org, "Migration", List.of("olga", "mira"), "GROUP_OWNER");
            team(org, "Read + Report", List.of("rafael"), "GROUP_READ_ONLY");
        }
    }

    /** Mira works in every project, Dana and Rafael in those with clusters. */
    private Member member(Org org, String name) {
        String[] names = name.split(" ", -1);
        String first = names[0].toLowerCase(Locale.ROOT);
        List<Role> roles = new ArrayList<>();
        roles.add(Role.inOrg(first.equals("olga") ? "ORG_OWNER" : "ORG_MEMBER", org.id()));
        for (Group group : world.groupsOf(org.id())) {
            boolean used = !world.clusters(group.id()).isEmpty();
            switch (first) {
                case "mira" -> roles.add(Role.inProject("GROUP_CLUSTER_MANAGER", group.id()));
                case "dana" ->
                    roles.addAll(used ? List.of(Role.inProject("GROUP_DATA_ACCESS_ADMIN", group.id())) : List.of());
                case "rafael" ->
                    roles.addAll(used ? List.of(Role.inProject("GROUP_READ_ONLY", group.id())) : List.of());
                default -> {}
            }
        }
        return new Member(id(first), org.id(), address(first), names[0], names[1], roles, start.minus(AGE), null);
    }

    private void team(Org org, String name, List<String> members, String role) {
        Squad squad = new Squad(
                Ids.of(org.id(), "team", name),
                org.id(),
                name,
                members.stream().map(AcmeMembership::id).toList(),
                Map.of());
        for (Group group : world.groupsOf(org.id())) {
            if (!world.clusters(group.id()).isEmpty()) {
                squad = squad.in(group.id(), List.of(role));
            }
        }
        world.membership().put(squad);
    }

    private static String id(String first) {
        return Ids.of("user", address(first));
    }

    private static String address(String first) {
        return first + "@acme.example";
    }
}
