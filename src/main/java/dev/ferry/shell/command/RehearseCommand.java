package dev.ferry.shell.command;

import dev.ferry.guard.Confirmation;
import dev.ferry.output.Format;
import dev.ferry.output.Streams;
import dev.ferry.output.TextWidth;
import dev.ferry.rehearsal.plan.PlanFile;
import dev.ferry.rehearsal.plan.PlanFileException;
import dev.ferry.rehearsal.plan.PlanMaker;
import dev.ferry.rehearsal.plan.PlanPrinter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jline.reader.Candidate;
import org.jspecify.annotations.Nullable;

/** {@code /rehearse [plan | save FILE | end]}. */
public record RehearseCommand(
        Rehearsals rehearsals, Streams streams, Supplier<Format> format, Function<String, @Nullable String> ask)
        implements Command {
    private static final String SAVE = "save";

    @Override
    public String name() {
        return "/rehearse";
    }

    @Override
    public String arguments() {
        return "[plan | save FILE | end]";
    }

    @Override
    public String purpose() {
        return "Sends changes to a twin of the services until 'end', which shows what they would be.";
    }

    @Override
    public boolean inBackground() {
        return false;
    }

    @Override
    public void run(String arguments) {
        List<String> words = Words.of(arguments);
        switch (words.isEmpty() ? "" : words.get(0)) {
            case "" -> begin();
            case "plan" -> print(maker());
            case SAVE -> save(words);
            case "end" -> {
                print(maker());
                var unused = rehearsals.end();
                say("The rehearsal has ended, and its twin is gone: calls are real again.");
            }
            default ->
                throw new CommandException(
                        "'" + arguments + "' is nothing that /rehearse knows: it takes plan, save FILE or end.");
        }
    }

    private void begin() {
        if (rehearsals.now().isPresent()) {
            throw new CommandException(
                    "A rehearsal is going on: /rehearse plan shows it so far, /rehearse end ends it.");
        }
        rehearsals.begin();
        say(
                "SIMULATED from here on: reads go to the services, changes to a twin of them. /rehearse end shows the plan and"
                        + " drops the twin.");
    }

    private void say(String sentence) {
        TextWidth.wrap(sentence, streams.width(Streams.Stream.ERR)).forEach(streams.err()::println);
    }

    private void print(PlanMaker maker) {
        PlanPrinter.print(maker.plan(""), streams, format.get());
    }

    private void save(List<String> words) {
        if (words.size() != 2) {
            throw new CommandException("Where to? For example: /rehearse save night.plan");
        }
        PlanMaker maker = maker();
        Path file = Words.path(words.get(1));
        boolean free = !PlanFile.exists(file)
                || Confirmation.of(ask::apply, false, List.of()).ask(file + " is there already. Replace it?");
        if (!free) {
            throw new CommandException(file + " stays as it is.");
        }
        try {
            PlanFile.write(file, maker.kept(""));
        } catch (PlanFileException e) {
            throw new CommandException(String.valueOf(e.getMessage()));
        }
        say("SIMULATED: the plan so far is in " + file + ".");
    }

    private PlanMaker maker() {
        return rehearsals
                .now()
                .orElseThrow(() -> new CommandException("No rehearsal is going on: /rehearse begins one."));
    }

    @Override
    public List<Candidate> complete(String arguments) {
        return arguments.startsWith(SAVE + " ")
                ? FileNames.complete(Words.last(arguments))
                : Stream.of("plan", SAVE, "end").map(Candidate::new).toList();
    }
}
