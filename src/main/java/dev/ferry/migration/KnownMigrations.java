package dev.ferry.migration;

import dev.ferry.api.ApiSide;
import dev.ferry.api.Thing;
import dev.ferry.script.analysis.complete.LiveName;
import dev.ferry.script.analysis.complete.LiveNames;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The live migrations that are remembered, for whoever completes an id or draws what there is: those of every run and process of this user,
 * and no others, since no service lists them. Everything else is found nowhere in here.
 */
public final class KnownMigrations implements LiveNames {
    private static final String NONE_KNOWN =
            "live migrations are known once an answer has told of them: the API cannot list them";

    private final Supplier<Registry> registry;
    private final Supplier<Optional<URI>> host;
    private final String environment;

    /**
     * Those of a registry.
     *
     * @param registry asked for with the first question
     * @param host the service whose migrations are meant; empty for all
     * @param environment the environment of the profile, shown with each; empty when it has none
     */
    public KnownMigrations(Supplier<Registry> registry, Supplier<Optional<URI>> host, String environment) {
        this.registry = registry;
        this.host = host;
        this.environment = environment;
    }

    /** Those that are open first, and the newest before the others. */
    @Override
    public Found find(Wanted wanted, String typed, int most) {
        if (wanted.thing() != Thing.LIVE_MIGRATION) {
            return Found.NOTHING;
        }
        List<LiveName> found;
        try {
            String text = typed.toLowerCase(Locale.ROOT);
            found = here().filter(each -> isIn(each.into(), wanted.within().get(Thing.PROJECT)))
                    .filter(each -> each.id().startsWith(text)
                            || name(each).toLowerCase(Locale.ROOT).contains(text))
                    .sorted(Comparator.comparing((Remembered each) -> !each.isOpen())
                            .thenComparing(
                                    each -> Objects.requireNonNullElse(
                                            each.when().started(), Instant.EPOCH),
                                    Comparator.reverseOrder()))
                    .limit(most)
                    .map(this::live)
                    .toList();
        } catch (MigrationsException e) {
            return new Found(List.of(), String.valueOf(e.getMessage()));
        }
        return new Found(found, found.isEmpty() && typed.isEmpty() ? NONE_KNOWN : "");
    }

    @Override
    public Optional<String> idOf(ApiSide side, Thing thing, String name) {
        List<String> ids = find(new Wanted(side, thing, Map.of()), "", Integer.MAX_VALUE).names().stream()
                .filter(each -> each.id().equals(name) || each.name().equals(name))
                .map(LiveName::id)
                .toList();
        return ids.size() == 1 ? Optional.of(ids.get(0)) : Optional.empty();
    }

    private Stream<Remembered> here() {
        Optional<URI> service = host.get();
        return registry.get().all().stream()
                .filter(each -> service.map(each.host()::equals).orElse(true));
    }

    private static boolean isIn(Place into, @Nullable String project) {
        return project == null || project.equals(into.projectId()) || project.equals(into.project());
    }

    /** Which cluster it goes into is what people know it by; its id where nobody has told. */
    private static String name(Remembered migration) {
        return Objects.requireNonNullElse(migration.title(), migration.id());
    }

    private LiveName live(Remembered migration) {
        Place into = migration.into();
        return new LiveName(
                ApiSide.TARGET,
                Thing.LIVE_MIGRATION,
                migration.id(),
                name(migration),
                either(into.organization(), into.organizationId()),
                either(into.project(), into.projectId()),
                environment);
    }

    private static String either(@Nullable String name, @Nullable String id) {
        return name != null ? name : id != null ? id : "";
    }
}
