package dev.ferry.shell.command;

import dev.ferry.output.Format;
import dev.ferry.output.Printer;
import dev.ferry.output.Streams;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jline.reader.Candidate;
import org.jspecify.annotations.Nullable;

/** {@code /jobs}. */
public record JobsCommand(
        Jobs jobs,
        Streams streams,
        Supplier<Format> format,
        BooleanSupplier prompt,
        Function<String, @Nullable String> ask,
        Consumer<Boolean> attached)
        implements Command {
    private static final Map<String, String> VERBS = new LinkedHashMap<>();

    static {
        VERBS.put("run", "starts a line, as a trailing & does");
        VERBS.put("show", "what a job has printed so far");
        VERBS.put("attach", "watches a job and answers its questions; Ctrl-C detaches");
        VERBS.put("stop", "interrupts a job");
    }

    @Override
    public String name() {
        return "/jobs";
    }

    @Override
    public String arguments() {
        return "[run LINE | show N | attach N | stop N]";
    }

    @Override
    public String purpose() {
        return "Lists the lines that go on in the background; LINE & starts one.";
    }

    @Override
    public boolean inBackground() {
        return false;
    }

    @Override
    public void run(String arguments) throws InterruptedException {
        String[] words = arguments.split("\\s+", 2);
        switch (words[0]) {
            case "" -> list();
            case "run" -> start(words.length > 1 ? words[1] : "");
            case "show" -> show(job(words));
            case "attach" -> attach(job(words));
            case "stop" -> stop(job(words));
            default ->
                throw new CommandException("'" + words[0] + "' is nothing that can be done with a job: there are "
                        + String.join(", ", VERBS.keySet()) + ".");
        }
    }

    private void start(String line) {
        if (line.isBlank()) {
            throw new CommandException("Which line? For example: /jobs run atlas.orgs.list().size()");
        }
        if (!prompt.getAsBoolean()) {
            throw new CommandException(
                    "A job goes on beside a prompt, and this input has none: take the & away to run the line.");
        }
        Job job = jobs.start(line);
        streams.err().println("job " + job.number() + " has begun; /jobs lists it.");
    }

    private void list() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Job job : jobs.all()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("job", job.number());
            row.put("state", job.state().toString());
            row.put("time", job.time());
            row.put("line", job.title());
            rows.add(row);
        }
        if (rows.isEmpty() && format.get() == Format.TABLE) {
            streams.err().println("There are no jobs. A line that ends in & becomes one.");
            return;
        }
        new Printer(streams, format.get()).print(rows);
    }

    private void show(Job job) {
        String text = job.output().text();
        if (text.isEmpty()) {
            streams.err().println("job " + job.number() + " has printed nothing" + (job.isOpen() ? " yet." : "."));
            return;
        }
        // It was redacted on its way in.
        streams.unredactedOut().print(text);
        streams.unredactedOut().flush();
    }

    private void attach(Job job) throws InterruptedException {
        attached.accept(true);
        try {
            job.attach(streams.unredactedOut(), ask);
        } catch (InterruptedException e) {
            CommandException detached = new CommandException("Detached: job " + job.number() + " goes on.");
            detached.initCause(e);
            throw detached;
        } finally {
            attached.accept(false);
        }
        streams.err().println("job " + job.number() + " " + job.state() + " after " + job.time() + ".");
    }

    private void stop(Job job) {
        if (!job.isOpen()) {
            throw new CommandException("job " + job.number() + " has ended already: it is " + job.state() + ".");
        }
        job.stop();
        streams.err().println("Stopping job " + job.number() + "…");
    }

    private Job job(String[] words) {
        List<Job> all = jobs.all();
        if (words.length == 1) {
            List<Job> open = jobs.open();
            if (open.size() == 1) {
                return open.get(0);
            }
            throw new CommandException("Which job? /jobs lists them, as in: /jobs " + words[0] + " 1");
        }
        String wanted = words[1].strip();
        return all.stream()
                .filter(job -> String.valueOf(job.number()).equals(wanted))
                .findFirst()
                .orElseThrow(() -> new CommandException("There is no job " + wanted + ": /jobs lists them."));
    }

    @Override
    public List<Candidate> complete(String arguments) {
        int blank = arguments.indexOf(' ');
        if (blank < 0) {
            return VERBS.entrySet().stream()
                    .map(verb -> new Candidate(verb.getKey(), verb.getKey(), null, verb.getValue(), null, null, true))
                    .toList();
        }
        if (arguments.startsWith("run ") || arguments.indexOf(' ', blank + 1) >= 0) {
            return List.of();
        }
        return jobs.all().stream()
                .filter(job -> !arguments.startsWith("stop") || job.isOpen())
                .map(job -> String.valueOf(job.number()) + "\t" + job.state() + ": " + job.title())
                .map(text -> text.split("\t", 2))
                .map(text -> new Candidate(text[0], text[0], null, text[1], null, null, true))
                .toList();
    }
}
