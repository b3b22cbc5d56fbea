package dev.ferry.names;

import dev.ferry.api.ApiSide;
import dev.ferry.api.Page;
import dev.ferry.api.Thing;
import dev.ferry.api.http.Answered;
import dev.ferry.output.Redactor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an answer tells of names.
 *
 * @param list the list that it belongs to
 * @param part where that list is
 * @param holes what stands in the holes of its path
 * @param entries the things it names
 * @param page which page of the list it is, and of which size; null when it is no page of a list that lists everything
 * @param changes whether the call may have changed something there
 */
record Lesson(
        NamedList list,
        Part part,
        Map<String, String> holes,
        List<Entry> entries,
        @Nullable PageOf page,
        boolean changes) {

    /** Which page, counted from 1, of which size as the call wrote it; whether it is the last. */
    record PageOf(int number, String size, boolean last) {}

    private static final int PREFIX = 3;

    /** Longer than any name that the services allow. */
    private static final int LONGEST = 500;

    /** With these in the query a list is still all there is. */
    private static final Set<String> HARMLESS = Set.of("pageNum", "itemsPerPage", "includeCount", "pretty", "envelope");

    /** What an answer of this side tells; empty when it has nothing to do with names. */
    static Optional<Lesson> of(ApiSide side, Answered answered) {
        if (answered.path().size() <= PREFIX) {
            return Optional.empty();
        }
        List<String> path = answered.path().subList(PREFIX, answered.path().size());
        return NamedList.at(side, path).map(found -> of(side, found, path, answered));
    }

    private static Lesson of(ApiSide side, NamedList.Found found, List<String> path, Answered answered) {
        Object value = answered.value();
        List<?> elements = elements(value);
        Harvest harvest = new Harvest(side, found.list(), found.holes());
        for (Object element : elements != null ? elements : value == null ? List.of() : List.of(value)) {
            harvest.take(Fields.of(element));
        }
        boolean all = elements != null
                && !found.element()
                && answered.method().equals("GET")
                && HARMLESS.containsAll(answered.query().keySet());
        PageOf page = all && value != null ? page(value, answered.query()) : null;
        String list = String.join("/", path.subList(0, found.list().path().split("/").length));
        return new Lesson(found.list(), new Part(side, list), found.holes(), harvest.entries, page, answered.changes());
    }

    private static PageOf page(Object value, Map<String, String> query) {
        boolean last = value instanceof Page<?> page
                ? page.next() == null
                : next(value).isEmpty();
        String number = query.getOrDefault("pageNum", "1");
        return new PageOf(
                number.matches("\\d{1,8}") ? Integer.parseInt(number) : 0,
                query.getOrDefault("itemsPerPage", ""),
                last);
    }

    private static @Nullable List<?> elements(@Nullable Object value) {
        if (value instanceof Page<?> page) {
            return page.elements();
        }
        if (value instanceof Map<?, ?> map && map.get("results") instanceof List<?> results) {
            return results;
        }
        return value instanceof List<?> list ? list : null;
    }

    /** The link to the next page in an answer that is a map. */
    static Optional<String> next(Object value) {
        if (value instanceof Map<?, ?> map && map.get("links") instanceof List<?> links) {
            for (Object link : links) {
                if (link instanceof Map<?, ?> each && "next".equals(each.get("rel"))) {
                    return Optional.of(String.valueOf(each.get("href")));
                }
            }
        }
        return Optional.empty();
    }

    /** Gathers the entries of one answer. */
    private static final class Harvest {
        private final ApiSide side;
        private final NamedList list;
        private final Map<String, String> holes;
        private final List<Entry> entries = new ArrayList<>();

        Harvest(ApiSide side, NamedList list, Map<String, String> holes) {
            this.side = side;
            this.list = list;
            this.holes = holes;
        }

        void take(@Nullable Fields fields) {
            if (fields == null || fields.isTrue("isDeleted")) {
                return;
            }
            switch (list.form()) {
                case PROJECTS_WITH_CLUSTERS -> {
                    add(side, Thing.ORGANIZATION, fields.text("orgId"), fields.text("orgName"), "", "", "");
                    String project = fields.text("groupId");
                    add(side, Thing.PROJECT, project, fields.text("groupName"), fields.text("orgId"), "", "");
                    for (Object each : fields.list("clusters")) {
                        Fields cluster = Fields.of(each);
                        if (cluster != null) {
                            add(side, Thing.CLUSTER, cluster.text("clusterId"), cluster.text("name"), "", project, "");
                        }
                    }
                }
                case MIGRATABLE -> migratable(fields);
                case THINGS, SINGLE, MENTIONS -> thing(fields);
            }
        }

        private void thing(Fields fields) {
            String project = holes.getOrDefault("project", fields.text("groupId"));
            String organization = holes.getOrDefault("org", fields.text("orgId"));
            String cluster = holes.getOrDefault("cluster", fields.text("clusterId"));
            String name = list.names().stream()
                    .map(fields::text)
                    .filter(text -> !text.isEmpty())
                    .findFirst()
                    .orElse("");
            switch (list.thing()) {
                case ORGANIZATION -> add(side, list.thing(), fields.text(list.id()), name, "", "", "");
                case PROJECT -> add(side, list.thing(), fields.text(list.id()), name, organization, "", "");
                case TEAM,
                        USER,
                        API_KEY,
                        SERVICE_ACCOUNT -> // at home in an organization, which a project can only point to
                    add(side, list.thing(), fields.text(list.id()), name, organization, project, "");
                case EVENT_TYPE -> add(side, list.thing(), fields.text(list.id()), name, "", "", "");
                case HOST -> {
                    String port = fields.number("port");
                    add(
                            side,
                            list.thing(),
                            fields.text(list.id()),
                            port.isEmpty() ? name : name + ":" + port,
                            organization,
                            project,
                            cluster);
                }
                default -> add(side, list.thing(), fields.text(list.id()), name, organization, project, cluster);
            }
        }

        private void migratable(Fields fields) {
            String project = fields.text(list.id());
            add(ApiSide.SOURCE, Thing.PROJECT, project, fields.text("name"), "", "", "");
            for (Object each : fields.list("deployments")) {
                Fields deployment = Fields.of(each);
                if (deployment != null) {
                    String name = deployment.text("name");
                    String id = deployment.text("clusterId");
                    add(ApiSide.SOURCE, Thing.CLUSTER, id.isEmpty() ? name : id, name, "", project, "");
                }
            }
            for (Object each : fields.list("migrationHosts")) {
                if (each instanceof CharSequence host) {
                    add(ApiSide.SOURCE, Thing.MIGRATION_HOST, host.toString(), host.toString(), "", project, "");
                }
            }
        }

        /** One that has no id cannot be offered, and one that holds a secret must not be. */
        private void add(
                ApiSide where,
                Thing thing,
                String id,
                String name,
                String organization,
                String project,
                String cluster) {
            String called = name.isEmpty() ? id : name;
            boolean usable = !id.isEmpty() && id.length() <= LONGEST && called.length() <= LONGEST;
            if (usable
                    && Redactor.redact(id).equals(id)
                    && Redactor.redact(called).equals(called)) {
                entries.add(new Entry(where, thing, id, called, organization, project, cluster));
            }
        }
    }
}
