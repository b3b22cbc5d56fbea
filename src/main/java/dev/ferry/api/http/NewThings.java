package dev.ferry.api.http;

import dev.ferry.api.Page;
import dev.ferry.api.change.Change;
import dev.ferry.output.Redactor;
import dev.ferry.output.Tree;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * What the changes of this process have made within the last minute. A service does not show everything at once, so 404 for
 * such a thing does not say that it is not there.
 */
final class NewThings {
    private static final Duration NEW = Duration.ofMinutes(1);
    private static final String DELETE = "DELETE";
    private static final int DEEPEST = 3;

    private final Clock clock;
    private final Deque<Made> all = new ArrayDeque<>();

    NewThings(Clock clock) {
        this.clock = clock;
    }

    /**
     * A change that was made.
     *
     * @param path the segments of its path
     * @param names what it sent and was answered: ids and names that a path to it may have
     * @param id the id that its answer gave the thing; null when it gave none
     * @param isAdded whether the path is that of the collection, and not of the thing
     */
    private record Made(
            List<String> path, Set<String> names, @Nullable String id, boolean isAdded, Instant at) {
        boolean isAbout(List<String> other) {
            if (id != null && other.contains(id)) {
                return true;
            }
            return other.size() >= path.size()
                    && other.subList(0, path.size()).equals(path)
                    && (!isAdded
                            || other.size() == path.size()
                            || other.subList(path.size(), other.size()).stream().anyMatch(names::contains));
        }
    }

    /** The service has carried out this change, and answered this. */
    void changed(Request request, @Nullable Object answer) {
        List<String> path = request.url().pathSegments();
        if (request.method().equals(DELETE)) {
            synchronized (this) {
                all.removeIf(each -> each.isAbout(path));
            }
            return;
        }
        Object tree = Tree.of(answer instanceof Page<?> page ? page.elements() : answer);
        Change change = request.tag(Change.class);
        Set<String> names = new HashSet<>();
        names(change == null ? null : change.body(), 0, names);
        names(tree, 0, names);
        String id = tree instanceof Map<?, ?> fields
                ? Stream.of("id", "_id")
                        .map(fields::get)
                        .filter(Objects::nonNull)
                        .map(String::valueOf)
                        .findFirst()
                        .orElse(null)
                : null;
        boolean isAdded = request.method().equals("POST");
        synchronized (this) {
            Instant now = clock.instant();
            all.removeIf(each -> !isNew(each, now));
            all.add(new Made(path, names, id, isAdded, now));
        }
    }

    /** Whether a path leads to something that was made within the last minute. */
    synchronized boolean has(HttpUrl url) {
        Instant now = clock.instant();
        return all.stream().anyMatch(each -> isNew(each, now) && each.isAbout(url.pathSegments()));
    }

    private static boolean isNew(Made each, Instant now) {
        return now.isBefore(each.at.plus(NEW));
    }

    private static void names(@Nullable Object tree, int depth, Set<String> to) {
        if (depth > DEEPEST) {
            return;
        }
        if (tree instanceof Map<?, ?> map) {
            map.forEach((name, value) -> {
                if (!Redactor.isSecretName(String.valueOf(name))) {
                    names(value, depth + 1, to);
                }
            });
        } else if (tree instanceof Collection<?> list) {
            list.forEach(each -> names(each, depth + 1, to));
        } else if (tree instanceof String text && !text.isEmpty()) {
            to.add(text);
        }
    }
}
