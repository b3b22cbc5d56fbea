package dev.ferry.sandbox;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Takes what real services answered into a world: finds by the path of the question what the answer is about. */
final class Intake {
    /** Puts documents into the world; {@code holes} are what stands in the path. */
    @FunctionalInterface
    interface Taking {
        void take(Map<String, String> holes, List<Document> documents);
    }

    private final Map<String, Taking> takings = new HashMap<>();
    private final Set<String> unseen = new HashSet<>();
    private final World world;

    Intake(World world) {
        this.world = world;
        for (Side side : Side.values()) {
            takings.put(side.prefix() + "/orgs", (holes, all) -> all.forEach(org -> organization(side, org)));
            takings.put(side.prefix() + "/orgs/{orgId}", (holes, all) -> all.forEach(org -> organization(side, org)));
            takings.put(
                    side.prefix() + "/orgs/{orgId}/groups", (holes, all) -> all.forEach(each -> project(side, each)));
            takings.put(side.prefix() + "/groups", (holes, all) -> all.forEach(each -> project(side, each)));
            takings.put(side.prefix() + "/groups/{groupId}", (holes, all) -> all.forEach(each -> project(side, each)));
        }
        takings.putAll(new ProjectIntake(world).takings());
        takings.putAll(new PeopleIntake(world).takings());
        takings.putAll(new CallerIntake(world).takings());
        SourceInventory source = new SourceInventory(world);
        takings.putAll(source.takings());
        takings.putAll(new MigrationIntake(world, source).takings());
    }

    /**
     * Takes an answer in.
     *
     * @param template the path of the operation with its holes
     * @throws IllegalArgumentException when such answers cannot be taken in
     */
    void take(String template, Map<String, String> holes, List<Map<String, Object>> documents) {
        Taking taking = takings.get(template);
        if (taking == null) {
            throw new IllegalArgumentException("What " + template + " answers cannot be taken in.");
        }
        taking.take(holes, documents.stream().map(Document::new).toList());
    }

    /** Whether this organization is known only as the owner of projects. */
    boolean isUnseen(String orgId) {
        return unseen.contains(orgId);
    }

    private void organization(Side side, Document org) {
        String id = org.text("id");
        if (world.org(id).isEmpty() || unseen.remove(id)) {
            world.add(new Org(id, org.text("name"), side));
        }
    }

    private void project(Side side, Document project) {
        String orgId = project.text("orgId");
        if (world.group(project.text("id")).isPresent()) {
            return;
        }
        if (world.org(orgId).isEmpty()) {
            unseen.add(orgId);
            world.add(new Org(orgId, "", side));
        }
        Stream<Map<String, Object>> tags = project.list("tags").stream().map(Document::fields);
        world.put(new Group(
                project.text("id"),
                project.text("name"),
                orgId,
                side,
                project.timeOr("created", world.now()),
                tags.toList(),
                true));
    }
}
