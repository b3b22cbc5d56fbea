package dev.ferry.rehearsal.plan;

import dev.ferry.access.Access;
import dev.ferry.access.Verdict;
import dev.ferry.api.ApiSide;
import dev.ferry.api.Thing;
import dev.ferry.api.catalog.Catalogs;
import dev.ferry.api.catalog.Meant;
import dev.ferry.api.catalog.Operation;
import dev.ferry.api.catalog.Risks;
import dev.ferry.api.change.Change;
import dev.ferry.api.http.RawRead;
import dev.ferry.output.Redactor;
import dev.ferry.output.Tree;
import dev.ferry.rehearsal.Rehearsed;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Listens to a rehearsal and writes down what it would change.
 *
 * <pre>{@code
 * PlanMaker maker = new PlanMaker(subject, catalogs);
 * Rehearsal rehearsal = new Rehearsal(ways, 500, maker::changed, maker::note);   // whose settings have maker.reads(side)
 * maker.begin(rehearsal.clock(), rehearsal::isMadeUp);
 * // the script runs
 * Plan plan = maker.plan("");
 * }</pre>
 *
 * <p>May be used by several threads.
 */
public final class PlanMaker {
    private static final Pattern ID = Pattern.compile("(.*?)(group|Group|project|Project|org|Org)Id");

    private final Subject subject;
    private final Catalogs catalogs;
    private final Fingerprint fingerprint;
    private final String salt = Fingerprint.newSalt();
    private final Directory directory = new Directory();
    private final Ground ground = new Ground();
    private final Map<List<Object>, Seen> seen = new LinkedHashMap<>();
    private final List<Planned> changes = new ArrayList<>();
    private final List<Plan.Asked> asked = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Map<List<Object>, List<String>> confirm = new HashMap<>();
    private @Nullable Access access;
    private Predicate<String> madeUp = text -> false;
    private StandIns standIns = new StandIns(madeUp);
    private Clock clock = Clock.systemUTC();
    private Instant madeAt = clock.instant();
    private int reads;

    /** For the rehearsal of this. */
    public PlanMaker(Subject subject, Catalogs catalogs) {
        this.subject = subject;
        this.catalogs = catalogs;
        this.fingerprint = new Fingerprint(catalogs, salt);
    }

    /**
     * Begins.
     *
     * @param rehearsed the time of the rehearsal
     * @param madeUp whether a text is the twin's
     */
    public synchronized void begin(Clock rehearsed, Predicate<String> madeUp) {
        this.clock = rehearsed;
        this.madeAt = rehearsed.instant();
        this.madeUp = madeUp;
        this.standIns = new StandIns(madeUp);
    }

    /** Asks this of each change, whether the credentials have the role it takes. */
    public synchronized void askAccess(Access asked) {
        this.access = asked;
    }

    /** Of what is only made in the twin nobody can be asked; of the organization that a project is made in somebody can. */
    private Verdict roles(Change change) {
        Optional<String> project = Optional.ofNullable(change.values().get("groupId"));
        Optional<String> organization = organizationId(change);
        Access asked = access;
        if (asked == null || organization.filter(madeUp).isPresent()) {
            return Verdict.unasked(change.operation().map(Operation::roles).orElse(List.of()));
        }
        return project.filter(madeUp).isPresent()
                ? asked.verdictInNewProject(change, organization.orElse(null))
                : asked.verdict(change);
    }

    /** Hears what a service was asked and answered; for {@code ApiClient.Settings.withReads}. */
    public Consumer<RawRead> reads(ApiSide side) {
        return read -> read(side, read);
    }

    private synchronized void read(ApiSide side, RawRead read) {
        reads++;
        directory.learn(read.body());
        ground.read(read);
        Seen now = fingerprint.of(side, read);
        // What was seen last is what the plan rests on.
        seen.put(List.of(side, read.path(), Optional.ofNullable(read.version())), now);
    }

    /**
     * Hears how a change that is about to be made is confirmed. Told before, since a name may be gone once it is made.
     *
     * @param options those of which one is needed where no one can be asked
     */
    public synchronized void confirmedBy(Change change, List<String> options) {
        confirm.put(key(change), options);
    }

    private static List<Object> key(Change change) {
        return List.of(change.side(), change.method(), change.path());
    }

    /** Writes a change down. */
    public synchronized void changed(Rehearsed rehearsed) {
        Change change = rehearsed.change();
        // Before its answer is known: a project that was moved is somewhere else from then on.
        Named organization = organization(change);
        Verdict roles = roles(change);
        Object answer = rehearsed.outcome().answer();
        directory.learn(answer);
        StandIns.Kind kind = kind(change, answer);
        // Before the stand-ins of its own answer are known: it cannot use them yet.
        String path = standIns.in(change.path());
        Object body = standIns.in(change.body());
        List<String> options = confirm.getOrDefault(key(change), List.of()).stream()
                .map(standIns::in)
                .toList();
        List<Made> made = standIns.learn(rehearsed, kind);
        List<String> warnings = Stream.concat(Warnings.of(change).stream(), ground.warning(change).stream())
                .toList();
        ground.changed(change);
        changes.add(new Planned(
                true,
                changes.size() + 1,
                change.operation().map(Operation::id).orElse(change.method() + " " + path),
                change.side(),
                change.method(),
                Redactor.redact(path),
                hits(change, answer, kind, made),
                organization,
                subject.environment(),
                host(change.host()),
                change.risk(),
                options,
                loss(change),
                roles,
                warnings,
                Tree.of(body),
                made,
                Duration.between(madeAt, clock.instant()).toSeconds()));
    }

    /** Writes down a question that the script asks, and whether the rehearsal goes on with yes. */
    public synchronized void asked(String question, String option, boolean yes) {
        asked.add(new Plan.Asked(question, option, yes));
    }

    /** Writes down what a person should know of what the twin cannot show. */
    public synchronized void note(String sentence) {
        if (!notes.contains(sentence)) {
            notes.add(sentence);
        }
    }

    /**
     * The plan so far.
     *
     * @param failure why the rehearsal ended before the script did; empty when it did not
     */
    public synchronized Plan plan(String failure) {
        return new Plan(true, subject, madeAt, changes, asked, notes, reads, failure);
    }

    /** The plan so far with what it rests on. */
    public synchronized KeptPlan kept(String failure) {
        return new KeptPlan(plan(failure), List.copyOf(seen.values()), salt);
    }

    private static String loss(Change change) {
        return Risks.loss(change.method(), change.path(), change.operation(), change.body());
    }

    private static String host(URI host) {
        return host.getScheme() + "://" + host.getAuthority();
    }

    private StandIns.Kind kind(Change change, @Nullable Object answer) {
        String word = change.operation()
                .map(operation -> catalogs.of("GET", operation.path() + "/{id}")
                        .or(() -> catalogs.of("DELETE", operation.path() + "/{id}"))
                        .flatMap(each -> Meant.of(
                                each.path(),
                                each.pathParameters().get(each.pathParameters().size() - 1)))
                        .map(meant -> meant.thing().word())
                        .orElse(StandIns.word(operation)))
                .orElse("answer");
        return new StandIns.Kind(
                word, name(answer).or(() -> name(change.body())).orElse(""));
    }

    private static Optional<String> name(@Nullable Object tree) {
        Map<String, Object> leaves = Leaves.byPlace(tree);
        return Stream.of("name", "username", "desc", "source.clusterName", "[0].cidrBlock", "[0].ipAddress")
                .map(leaves::get)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .findFirst();
    }

    private List<Named> hits(Change change, @Nullable Object answer, StandIns.Kind kind, List<Made> made) {
        List<Named> hits = new ArrayList<>();
        made.stream().findFirst().ifPresent(id -> hits.add(new Named(kind.word(), kind.name(), id.standIn())));
        if (made.isEmpty()
                && change.method().equals("POST")
                && !kind.name().isEmpty()
                && !isAboutItself(change, answer)) {
            hits.add(new Named(kind.word(), kind.name(), ""));
        }
        String template = change.operation().map(Operation::path).orElse("");
        List<String> parameters = new ArrayList<>(
                change.operation().map(Operation::pathParameters).orElse(List.of()));
        Collections.reverse(parameters);
        for (String parameter : parameters) {
            Optional<Meant> meant = Meant.of(template, parameter);
            String value = change.values().getOrDefault(parameter, "");
            if (meant.filter(it -> it.thing() == Thing.ORGANIZATION).isEmpty()) {
                hits.add(meant.filter(it -> !it.byName())
                        .map(it -> new Named(it.thing().word(), directory.name(value), standIns.in(value)))
                        .orElseGet(() ->
                                new Named(meant.map(it -> it.thing().word()).orElse(parameter), value, "")));
            }
        }
        Leaves.byPlace(change.body()).forEach((field, value) -> {
            if (value instanceof String id
                    && !field.equals("orgId")
                    && !change.values().containsValue(id)) {
                String standIn = standIns.in(id);
                if (!directory.name(id).isEmpty() || !standIn.equals(id)) {
                    hits.add(new Named(kindOf(field), directory.name(id), standIn));
                }
            }
        });
        return hits;
    }

    /** Whether the answer is what the path names, as that of a project which is moved. */
    private static boolean isAboutItself(Change change, @Nullable Object answer) {
        return answer instanceof Map<?, ?> thing
                && thing.get("id") instanceof String id
                && change.values().containsValue(id);
    }

    /** What a field of a body names: {@code source.groupId} a source project, {@code destinationOrgId} a destination organization. */
    private static String kindOf(String field) {
        Matcher id = ID.matcher(field);
        if (!id.matches()) {
            return field;
        }
        Thing thing = id.group(2).equalsIgnoreCase("org") ? Thing.ORGANIZATION : Thing.PROJECT;
        return (id.group(1).replace('.', ' ').strip() + " " + thing.word()).strip();
    }

    private Optional<String> organizationId(Change change) {
        Object inBody = Leaves.byPlace(change.body()).get("orgId");
        return Optional.ofNullable(change.values().get("orgId"))
                .or(() -> Optional.ofNullable(change.values().get("groupId")).flatMap(directory::organizationOf))
                .or(() -> Optional.ofNullable(inBody).map(Object::toString));
    }

    private @Nullable Named organization(Change change) {
        return organizationId(change)
                .map(id -> new Named(Thing.ORGANIZATION.word(), directory.name(id), standIns.in(id)))
                .orElse(null);
    }
}
