package dev.ferry.guard;

import dev.ferry.api.ApiSide;
import dev.ferry.api.catalog.Catalog;
import dev.ferry.api.catalog.Catalogs;
import dev.ferry.api.catalog.Meant;
import dev.ferry.api.change.Change;
import dev.ferry.api.failure.ApiException;
import dev.ferry.api.failure.CallInterruptedException;
import dev.ferry.api.http.ApiClient;
import dev.ferry.profile.SettingsException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks what a change would hit: every thing in its path is read by the path that leads to it, then the organization of the project. It
 * takes a few seconds at most; what could not be read is said.
 */
final class Lookout {
    /** No read is begun after that; each has a limit of its own. */
    private static final Duration BUDGET = Duration.ofSeconds(4);

    private static final Pattern ID = Pattern.compile("[0-9a-f]{24}|mdb_sa_id_[0-9a-f]{24}");
    private static final Pattern CUSTOM_VERB = Pattern.compile("(?<=[^/:]):[A-Za-z]+$");

    /** Where the name of a thing stands in what a service answers, best first. */
    private static final List<String> NAMES =
            List.of("name", "clusterName", "desc", "description", "username", "emailAddress", "publicKey");

    /** What of a body says where a change goes, by the dotted path in it. */
    private static final List<Sight.Fact> IN_BODY = List.of(
            new Sight.Fact("from project", "source.groupId"),
            new Sight.Fact("from", "source.clusterName"),
            new Sight.Fact("into cluster", "destination.clusterName"),
            new Sight.Fact("into cluster", "targetClusterName"),
            new Sight.Fact("into project", "targetGroupId"),
            new Sight.Fact("state", "statusName"));

    private final Catalogs catalogs;
    private final Function<ApiSide, Optional<ApiClient>> clients;
    private final Memory memory;

    Lookout(Catalogs catalogs, Function<ApiSide, Optional<ApiClient>> clients, Memory memory) {
        this.catalogs = catalogs;
        this.clients = clients;
        this.memory = memory;
    }

    /** A thing in a path, and the path that leads to it. */
    private record Place(String word, String value, String path) {}

    Sight at(Change change) {
        return new Look(change).whole();
    }

    /** One look, with its own time. */
    private final class Look {
        private final Change change;
        private final long end = System.nanoTime() + BUDGET.toNanos();
        private final List<Sight.Thing> things = new ArrayList<>();
        private final List<Sight.Fact> facts = new ArrayList<>();
        private final List<String> remarks = new ArrayList<>();
        private String organization = "";
        private String destination = "";
        private boolean innermostUnread;

        Look(Change change) {
            this.change = change;
        }

        Sight whole() {
            List<Place> places = places();
            for (int i = places.size() - 1; i >= 0; i--) {
                things.add(thing(places.get(i), i == places.size() - 1));
            }
            if (!organization.isEmpty() && places.stream().noneMatch(each -> each.word.equals("organization"))) {
                things.add(organization("organization", organization));
            }
            body();
            return new Sight(things, facts, remarks, answers());
        }

        private Sight.Thing thing(Place place, boolean innermost) {
            boolean id = ID.matcher(place.value).matches();
            boolean migration = place.word.equals("live migration");
            @Nullable Map<?, ?> read = id ? read(place.path) : null;
            if (read != null && !text(read, "orgId").isEmpty()) {
                organization = text(read, "orgId");
            }
            if (migration) {
                migration(place, read);
            }
            String name = !id ? place.value : read == null || migration ? "" : name(read);
            innermostUnread |= innermost && id && read == null && !place.path.isEmpty() && !migration;
            return new Sight.Thing(place.word, name, id ? place.value : "");
        }

        private void migration(Place place, @Nullable Map<?, ?> read) {
            destination = memory.destination(place.value).orElse("");
            facts.add(new Sight.Fact(
                    "into cluster",
                    destination.isEmpty() ? "not known: the service does not tell it" : Legible.of(destination)));
            if (read != null) {
                boolean ready = "true".equals(text(read, "readyForCutover"));
                String lag = text(read, "lagTimeSeconds");
                facts.add(new Sight.Fact(
                        "state",
                        Legible.of(text(read, "status"))
                                + (ready ? ", ready for cutover" : ", not ready for cutover")
                                + (lag.isEmpty() ? "" : ", lag " + Legible.of(lag) + " s")));
            }
        }

        private Sight.Thing organization(String word, String id) {
            @Nullable Map<?, ?> read = read(prefix() + "/orgs/" + encoded(id));
            return new Sight.Thing(word, read == null ? "" : name(read), id);
        }

        private void body() {
            String to = found("destinationOrgId");
            if (!to.isEmpty()) {
                facts.add(new Sight.Fact("to organization", organization("", to).said()));
            }
            for (Sight.Fact each : IN_BODY) {
                String text = found(each.text());
                if (!text.isEmpty()) {
                    facts.add(new Sight.Fact(each.word(), Legible.of(text)));
                }
            }
        }

        /** What is asked for is what is affected: where data is replaced, else the innermost thing with a name, else its id. */
        private List<String> answers() {
            Set<String> answers = new LinkedHashSet<>();
            Stream.of(found("destination.clusterName"), found("targetClusterName"), destination)
                    .filter(name -> !name.isEmpty())
                    .map(Legible::typed)
                    .forEach(answers::add);
            String innermost = things.isEmpty() ? "" : things.get(0).id();
            if (!innermostUnread) {
                things.stream()
                        .filter(thing -> !thing.name().isEmpty())
                        .findFirst()
                        .map(Sight.Thing::answer)
                        .ifPresent(answers::add);
            }
            answers.add(innermost);
            things.stream()
                    .map(Sight.Thing::id)
                    .filter(id -> !id.isEmpty())
                    .findFirst()
                    .ifPresent(answers::add);
            answers.removeIf(Confirmation::isBlank);
            if (answers.isEmpty()) {
                answers.add(Legible.typed(lastSegment()));
            }
            return answers.stream().limit(2).toList();
        }

        private String lastSegment() {
            String path = plainPath();
            String segment = path.substring(path.lastIndexOf('/') + 1);
            // An empty line must never be the answer.
            return segment.isEmpty() ? path : segment;
        }

        private String found(String dotted) {
            @Nullable Object value = change.body();
            for (String step : dotted.split("\\.", -1)) {
                value = value instanceof Map<?, ?> map ? map.get(step) : null;
            }
            return value instanceof String text ? text : "";
        }

        private String prefix() {
            return change.side() == ApiSide.SOURCE ? Catalogs.CLOUD_MANAGER : Catalogs.ATLAS;
        }

        private List<Place> places() {
            return change.operation()
                    .map(operation -> operation.pathParameters().stream()
                            .map(parameter -> place(operation.path(), parameter))
                            .toList())
                    .orElseGet(this::placesOfUnknown);
        }

        private Place place(String template, String parameter) {
            String upTo = template.substring(0, template.indexOf("{" + parameter + "}") + parameter.length() + 2);
            String path = upTo;
            for (Map.Entry<String, String> value : change.values().entrySet()) {
                path = path.replace("{" + value.getKey() + "}", encoded(value.getValue()));
            }
            boolean readable = catalogs.of("GET", upTo).isPresent();
            return new Place(
                    word(template, parameter), change.values().getOrDefault(parameter, ""), readable ? path : "");
        }

        /** Of a path that no table knows, the beginnings that one does. */
        private List<Place> placesOfUnknown() {
            List<Place> places = new ArrayList<>();
            String path = plainPath();
            for (int slash = path.indexOf('/', 1); slash > 0; slash = path.indexOf('/', slash + 1)) {
                known(path.substring(0, slash)).ifPresent(places::add);
            }
            known(path).ifPresent(places::add);
            return places;
        }

        private Optional<Place> known(String path) {
            return catalogs.match("GET", path)
                    .filter(match -> match.operation().path().endsWith("}"))
                    .map(match -> last(match, path));
        }

        private Place last(Catalog.Match match, String path) {
            List<String> parameters = match.operation().pathParameters();
            String parameter = parameters.get(parameters.size() - 1);
            return new Place(
                    word(match.operation().path(), parameter),
                    Objects.requireNonNullElse(match.path().get(parameter), ""),
                    path);
        }

        private String plainPath() {
            int query = change.path().indexOf('?');
            String path = query < 0 ? change.path() : change.path().substring(0, query);
            return CUSTOM_VERB.matcher(path).replaceFirst("");
        }

        private @Nullable Map<?, ?> read(String path) {
            if (path.isEmpty()) {
                return null;
            }
            try {
                Optional<ApiClient> way = clients.apply(change.side());
                if (way.isEmpty()) {
                    remark("Names were not looked up: with --fault Ferry makes no calls of its own.");
                    return null;
                }
                if (System.nanoTime() - end > 0) {
                    remark("Not everything was looked up: the service takes its time.");
                    return null;
                }
                Object answer = way.get().call("GET", path, Map.of(), null);
                return answer instanceof Map<?, ?> map ? map : null;
            } catch (CallInterruptedException e) {
                throw e;
            } catch (ApiException | SettingsException e) {
                remark("Not looked up: " + e.getMessage());
                return null;
            }
        }

        private void remark(String sentence) {
            if (!remarks.contains(sentence)) {
                remarks.add(sentence);
            }
        }
    }

    private static String word(String template, String parameter) {
        return Meant.of(template, parameter).map(meant -> meant.thing().word()).orElseGet(() -> parameter
                .replaceFirst("Id$", "")
                .replaceAll("([a-z])([A-Z])", "$1 $2")
                .toLowerCase(Locale.ROOT));
    }

    private static String name(Map<?, ?> read) {
        return NAMES.stream()
                .map(field -> text(read, field))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }

    private static String text(Map<?, ?> read, String field) {
        @Nullable Object value = read.get(field);
        return value == null || value instanceof Map<?, ?> || value instanceof Collection<?> ? "" : value.toString();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
