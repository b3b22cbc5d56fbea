package dev.ferry.shell.command;

import dev.ferry.api.ApiSide;
import dev.ferry.api.Thing;
import dev.ferry.output.Format;
import dev.ferry.output.Outline;
import dev.ferry.output.Printer;
import dev.ferry.output.Streams;
import dev.ferry.profile.Profile;
import dev.ferry.script.analysis.complete.LiveName;
import dev.ferry.script.analysis.complete.LiveNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jline.reader.Candidate;

/** {@code /tree}: prints while it reads. */
public record TreeCommand(
        Language language,
        Supplier<? extends LiveNames> names,
        Profile profile,
        Streams streams,
        Supplier<Format> format)
        implements Command {
    private static final String SOURCE = "cm";
    private static final String TARGET = "atlas";
    private static final int MOST_OFFERED = 1_000;

    @Override
    public String name() {
        return "/tree";
    }

    @Override
    public String arguments() {
        return "[cm | atlas] [ORGANIZATION]";
    }

    @Override
    public String purpose() {
        return "Draws organizations, projects and clusters of both sides, with links and live migrations.";
    }

    @Override
    public void run(String arguments) {
        List<String> words = new ArrayList<>(Words.of(arguments));
        boolean source = words.remove(SOURCE);
        boolean target = words.remove(TARGET);
        if (words.size() > 1) {
            throw new CommandException(
                    "One organization at a time, its name in quotes: /tree '" + String.join(" ", words) + "'");
        }
        ExecutorService threads = Executors.newFixedThreadPool(Inventory.AT_ONCE, work -> {
            Thread thread = new Thread(work, "ferry-tree");
            thread.setDaemon(true);
            return thread;
        });
        try {
            Inventory inventory =
                    new Inventory(language.interpreter(), names.get(), threads, words.isEmpty() ? "" : words.get(0));
            List<Outline> sides = new ArrayList<>();
            if (source || !target) {
                sides.add(inventory.source());
            }
            if (target || !source) {
                sides.add(inventory.target());
            }
            new Printer(streams, format.get())
                    .print(
                            sides.size() == 1
                                    ? sides.get(0)
                                    : new Outline(profile.name(), profile.environment(), sides));
        } finally {
            // Calls that are still on their way are of no use to anybody now.
            threads.shutdownNow();
        }
    }

    @Override
    public List<Candidate> complete(String arguments) {
        List<Candidate> found = new ArrayList<>();
        String earlier = arguments.substring(
                0, arguments.length() - Words.last(arguments).length());
        if (earlier.matches(".*\\s['\"][^'\"]*|['\"][^'\"]*")) {
            // Within quotes the word at the cursor is not the whole name.
            return found;
        }
        List<String> before = Words.of(earlier);
        if (before.isEmpty()) {
            found.add(new Candidate(SOURCE, SOURCE, null, "the source", null, null, true));
            found.add(new Candidate(TARGET, TARGET, null, "the target", null, null, true));
        }
        // Names can be asked for once Groovy is there: they must not be what makes the first prompt wait.
        if (language.ready().isPresent()) {
            if (!before.contains(TARGET)) {
                organizations(ApiSide.SOURCE, SOURCE, found);
            }
            if (!before.contains(SOURCE)) {
                organizations(ApiSide.TARGET, TARGET, found);
            }
        }
        return found;
    }

    /** Those that are known, with quotes around a name of several words. */
    private void organizations(ApiSide side, String word, List<Candidate> found) {
        LiveNames.Wanted all = new LiveNames.Wanted(side, Thing.ORGANIZATION, Map.of());
        for (LiveName each : names.get().find(all, "", MOST_OFFERED).names()) {
            String name = each.name().isEmpty() ? each.id() : each.name();
            String quoted =
                    !name.matches(".*[\\s'\"].*") ? name : name.contains("'") ? '"' + name + '"' : "'" + name + "'";
            found.add(new Candidate(quoted, quoted, null, word + " " + each.id(), null, null, true));
        }
    }
}
