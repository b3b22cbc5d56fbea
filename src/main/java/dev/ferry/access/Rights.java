package dev.ferry.access;

import dev.ferry.api.catalog.Roles;
import dev.ferry.api.http.HeldRoles;
import dev.ferry.api.http.HeldRoles.Held;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Holds roles that are needed against roles that are held. */
record Rights(HeldRoles known) {
    /** Whoever has one of these, or any role in a project, sees the project. */
    private static final Set<String> SEE_PROJECTS = Set.of("ORG_OWNER", "ORG_READ_ONLY");

    /** For a call on one project, or on one organization. */
    Verdict on(List<String> needed, @Nullable String organizationId, @Nullable String projectId) {
        return projectId != null
                ? inProject(needed, organizationId, projectId)
                : inOrganization(needed, organizationId);
    }

    private Verdict inOrganization(List<String> needed, @Nullable String id) {
        if (id == null) {
            return somewhere(
                    needed,
                    known.organizations().keySet().stream()
                            .map(each -> inOrganization(needed, each))
                            .toList(),
                    "organization");
        }
        boolean visible = known.organizations().containsKey(id);
        String where = organization(id);
        List<String> held = heldIn(id, null);
        if (needed.stream().anyMatch(role -> isHeld(held, role) || (visible && role.equals("ORG_MEMBER")))) {
            return verdict(Verdict.Kind.ALLOWED, needed, held, where);
        }
        return !visible || known.all() || known.told().contains(id)
                ? refusedUnlessStrange(needed, held, where)
                : verdict(Verdict.Kind.UNKNOWN, needed, held, where);
    }

    private Verdict inProject(List<String> needed, @Nullable String organizationId, String id) {
        HeldRoles.@Nullable Project project = known.projects().get(id);
        String organization = project == null ? organizationId : project.organizationId();
        String where = project == null ? "project " + id : "project " + project.name();
        List<String> held = heldIn(organization, id);
        boolean member = organization != null && known.organizations().containsKey(organization);
        if (needed.stream()
                .anyMatch(role -> isHeld(held, role)
                        || (project != null && role.equals("GROUP_READ_ONLY"))
                        || (member && role.equals("ORG_MEMBER")))) {
            return verdict(Verdict.Kind.ALLOWED, needed, held, where);
        }
        if (project == null) {
            return unseen(needed, organization, held, where);
        }
        return known.all() || known.told().contains(project.organizationId())
                ? refusedUnlessStrange(needed, held, where)
                : verdict(Verdict.Kind.UNKNOWN, needed, held, where);
    }

    /** For a call on a project that is still to be made. */
    Verdict inNewProject(List<String> needed, @Nullable String organizationId) {
        List<String> held = organizationId == null ? List.of() : heldIn(organizationId, null);
        boolean certain = organizationId != null && needed.stream().anyMatch(role -> isHeld(held, role));
        String where = organizationId == null ? "a new project" : "a new project of " + organization(organizationId);
        return verdict(certain ? Verdict.Kind.ALLOWED : Verdict.Kind.UNKNOWN, needed, held, where);
    }

    /** Of a project that is not visible: nobody who has a role in it, or sees all of its organization, misses it. */
    private Verdict unseen(List<String> needed, @Nullable String organization, List<String> held, String where) {
        boolean hidden =
                needed.stream().noneMatch(role -> Roles.isOfOrganization(role) && !SEE_PROJECTS.contains(role));
        boolean elsewhere = organization != null
                && (!known.organizations().containsKey(organization)
                        || known.all()
                        || known.told().contains(organization));
        return hidden || elsewhere
                ? refusedUnlessStrange(needed, held, where)
                : verdict(Verdict.Kind.UNKNOWN, needed, held, where);
    }

    /** For a call of which nobody has said where: certain is what is so everywhere. */
    private Verdict somewhere(List<String> needed, List<Verdict> each, String what) {
        List<Verdict.Kind> kinds = each.stream().map(Verdict::kind).distinct().toList();
        List<String> held =
                each.stream().flatMap(one -> one.held().stream()).distinct().toList();
        if (kinds.size() == 1 && kinds.get(0) != Verdict.Kind.UNKNOWN) {
            return verdict(kinds.get(0), needed, held, "every " + what + " that is visible");
        }
        return new Verdict(
                Verdict.Kind.UNKNOWN,
                needed,
                held,
                kinds.size() > 1 ? "that depends on the " + what : "the service does not tell the roles");
    }

    /** The same for a project. */
    Verdict inSomeProject(List<String> needed) {
        return somewhere(
                needed,
                known.projects().keySet().stream()
                        .map(each -> inProject(needed, null, each))
                        .toList(),
                "project");
    }

    /** A role that the table does not have may contain any other. */
    private static Verdict refusedUnlessStrange(List<String> needed, List<String> held, String where) {
        boolean strange = held.stream().anyMatch(role -> Roles.find(role).isEmpty());
        return verdict(strange ? Verdict.Kind.UNKNOWN : Verdict.Kind.REFUSED, needed, held, where);
    }

    private static boolean isHeld(List<String> held, String role) {
        return held.stream().anyMatch(each -> Roles.contains(each, role));
    }

    private List<String> heldIn(@Nullable String organization, @Nullable String project) {
        Stream<Held> there = known.held().stream()
                .filter(each -> (organization != null && organization.equals(each.organizationId()))
                        || (project != null && project.equals(each.projectId())));
        return there.map(Held::role).distinct().toList();
    }

    private String organization(String id) {
        return "organization "
                + Objects.requireNonNullElse(known.organizations().get(id), id);
    }

    private static Verdict verdict(Verdict.Kind kind, List<String> needed, List<String> held, String where) {
        List<String> words = new ArrayList<>();
        needed.forEach(role -> words.add(Roles.find(role).map(Roles.Role::words).orElse(role)));
        String has = held.isEmpty()
                ? "none is held"
                : "held " + (held.size() == 1 ? "is " : "are ")
                        + held.stream()
                                .map(role ->
                                        Roles.find(role).map(Roles.Role::words).orElse(role))
                                .collect(Collectors.joining(", "));
        String reason =
                switch (kind) {
                    case ALLOWED -> String.join(" or ", words) + " is held for " + where;
                    case REFUSED -> String.join(" or ", words) + " is missing for " + where + "; " + has;
                    case UNKNOWN ->
                        "the service does not tell whether " + String.join(" or ", words) + " is held for " + where;
                };
        return new Verdict(kind, needed, held, reason);
    }
}
