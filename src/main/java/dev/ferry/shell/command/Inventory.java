package dev.ferry.shell.command;

import dev.ferry.api.ApiSide;
import dev.ferry.api.Thing;
import dev.ferry.api.atlas.Atlas;
import dev.ferry.api.atlas.LiveMigration;
import dev.ferry.api.cloudmanager.CloudManager;
import dev.ferry.api.failure.CallInterruptedException;
import dev.ferry.api.failure.ErrorAnswerException;
import dev.ferry.output.ExceptionText;
import dev.ferry.output.Outline;
import dev.ferry.script.Interpreter;
import dev.ferry.script.analysis.complete.LiveName;
import dev.ferry.script.analysis.complete.LiveNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What there is on both sides, as an outline that is fetched while it is read: organizations, their projects, the clusters in them. A branch
 * that cannot be read says so in a line of its own, and the others go on.
 */
final class Inventory {
    /** Calls on their way at once: enough to hide the distance, too few to be a burden. */
    static final int AT_ONCE = 4;

    private static final int REMEMBERED = 20;

    private final Interpreter session;
    private final LiveNames names;
    private final ExecutorService threads;
    private final String wanted;

    /**
     * @param names knows the live migrations, which no service lists
     * @param wanted part of the name, or the id, of the organizations to show; empty for all
     */
    Inventory(Interpreter session, LiveNames names, ExecutorService threads, String wanted) {
        this.session = session;
        this.names = names;
        this.threads = threads;
        this.wanted = wanted.toLowerCase(Locale.ROOT);
    }

    /** The source: each organization with the state of its link. */
    Outline source() {
        return new Outline(
                "source",
                "cm",
                () -> guarded(() -> {
                    CloudManager cm = session.cloudManager();
                    return orNone(
                            ahead(organizations(cm.getOrgs().list(), each -> each.name(), each -> each.id()), org -> {
                                return new Outline(
                                        org.name(),
                                        notes(org.id(), link(cm, org.id())),
                                        () -> guarded(() -> projects(cm, org.id())));
                            }));
                }));
    }

    private Iterator<Outline> projects(CloudManager cm, String org) {
        return ahead(
                cm.getOrgs().projects(org).iterator(),
                project -> branch(project.name(), project.id(), () -> {
                    // A sharded cluster is listed with each of its parts.
                    return cm.getClusters().list(project.id()).toList().stream()
                            .filter(cluster -> cluster.shardName() == null
                                    && !String.valueOf(cluster.typeName()).startsWith("CONFIG_SERVER"))
                            .map(cluster -> Outline.leaf(
                                    String.valueOf(cluster.clusterName()), notes(cluster.typeName(), cluster.id())))
                            .toList();
                }));
    }

    private static String link(CloudManager cm, String org) {
        try {
            return "link " + cm.getLinks().status(org).status();
        } catch (ErrorAnswerException e) {
            return e.status() == 404 ? "no link" : "link not readable";
        }
    }

    /** The target: each project with its clusters and the live migrations that are known. */
    Outline target() {
        String note = "atlas; live migrations only as far as Ferry has seen them, since the API lists none";
        return new Outline(
                "target",
                note,
                () -> guarded(() -> {
                    Atlas atlas = session.atlas();
                    return orNone(ahead(
                            organizations(atlas.getOrgs().list(), each -> each.name(), each -> each.id()), org -> {
                                return new Outline(
                                        org.name(), org.id(), () -> guarded(() -> projects(atlas, org.id())));
                            }));
                }));
    }

    private Iterator<Outline> projects(Atlas atlas, String org) {
        return ahead(
                atlas.getOrgs().projects(org).iterator(),
                project -> branch(project.name(), project.id(), () -> {
                    List<Outline> lines = new ArrayList<>();
                    if (!Objects.equals(project.clusterCount(), 0L)) {
                        atlas.getClusters()
                                .list(project.id())
                                .forEach(each -> lines.add(Outline.leaf(
                                        each.name(),
                                        notes(each.clusterType(), each.mongoDBVersion(), each.stateName()))));
                        atlas.getFlexClusters()
                                .list(project.id())
                                .forEach(each -> lines.add(Outline.leaf(
                                        each.name(), notes("FLEX", each.mongoDBVersion(), each.stateName()))));
                    }
                    migrations(project.id()).forEach(id -> migration(atlas, project.id(), id, lines));
                    return lines;
                }));
    }

    private static void migration(Atlas atlas, String project, String id, List<Outline> lines) {
        try {
            LiveMigration now = atlas.getLiveMigrations().get(project, id);
            String lag = now.lagTimeSeconds() == null ? null : "lag " + now.lagTimeSeconds() + " s";
            String ready = Boolean.TRUE.equals(now.readyForCutover()) ? "ready for cutover" : null;
            lines.add(Outline.leaf("live migration " + id, notes(now.status(), lag, ready)));
        } catch (ErrorAnswerException e) {
            lines.add(Outline.leaf("live migration " + id, ExceptionText.of(e)));
        }
    }

    private Stream<String> migrations(String project) {
        LiveNames.Wanted migrations =
                new LiveNames.Wanted(ApiSide.TARGET, Thing.LIVE_MIGRATION, Map.of(Thing.PROJECT, project));
        return names.find(migrations, "", REMEMBERED).names().stream().map(LiveName::id);
    }

    private <T> Iterator<T> organizations(Collection<T> all, Function<T, String> name, Function<T, String> id) {
        return all.stream()
                .filter(each -> name.apply(each).toLowerCase(Locale.ROOT).contains(wanted)
                        || id.apply(each).equals(wanted))
                .iterator();
    }

    /** A name that is misspelt must not look like an empty side. */
    private Iterator<Outline> orNone(Iterator<Outline> organizations) {
        return wanted.isEmpty() || organizations.hasNext()
                ? organizations
                : List.of(Outline.leaf("no organization has '" + wanted + "' in its name", null))
                        .iterator();
    }

    private <T> Iterator<Outline> ahead(Iterator<T> elements, Function<T, Outline> make) {
        return new Ahead<>(elements, make, threads, AT_ONCE);
    }

    private static Outline branch(String name, String id, Supplier<List<Outline>> children) {
        try {
            return new Outline(name, id, children.get());
        } catch (RuntimeException e) {
            return new Outline(name, id, List.of(unreadable(e)));
        }
    }

    /** The lines of a branch, with one about the failure where it ends early. */
    private static Iterator<Outline> guarded(Supplier<Iterator<Outline>> lines) {
        return new Iterator<>() {
            private @Nullable Iterator<Outline> rest;
            private @Nullable Outline failure;
            private boolean over;

            @Override
            public boolean hasNext() {
                if (over || failure != null) {
                    return failure != null;
                }
                try {
                    if (rest == null) {
                        rest = lines.get();
                    }
                    return rest.hasNext();
                } catch (RuntimeException e) {
                    failure = unreadable(e);
                    return true;
                }
            }

            @Override
            public Outline next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                Outline last = failure;
                if (last == null) {
                    try {
                        return Objects.requireNonNull(rest).next();
                    } catch (RuntimeException e) {
                        last = unreadable(e);
                    }
                }
                failure = null;
                over = true;
                return last;
            }
        };
    }

    private static Outline unreadable(RuntimeException failure) {
        if (failure instanceof CallInterruptedException || failure instanceof CompletionException) {
            // Ctrl-C: nobody wants the rest.
            throw failure;
        }
        return Outline.leaf(
                "not readable", ExceptionText.of(failure).lines().findFirst().orElse(""));
    }

    private static String notes(@Nullable String... notes) {
        return Stream.of(notes).filter(Objects::nonNull).collect(Collectors.joining("  "));
    }
}
