package dev.ferry.shell;

import dev.ferry.api.catalog.Catalogs;
import dev.ferry.guard.Confirmation;
import dev.ferry.guard.Lock;
import dev.ferry.guard.Mode;
import dev.ferry.help.Advice;
import dev.ferry.help.Asking;
import dev.ferry.output.ClosedOutputException;
import dev.ferry.output.Pager;
import dev.ferry.output.Progress;
import dev.ferry.output.Streams;
import dev.ferry.output.Streams.Stream;
import dev.ferry.script.Session;
import dev.ferry.shell.command.CallsCommand;
import dev.ferry.shell.command.Command;
import dev.ferry.shell.command.Commands;
import dev.ferry.shell.command.EditCommand;
import dev.ferry.shell.command.Evaluation;
import dev.ferry.shell.command.ExitCommand;
import dev.ferry.shell.command.ExternalEditor;
import dev.ferry.shell.command.HelpCommand;
import dev.ferry.shell.command.HistoryCommand;
import dev.ferry.shell.command.Job;
import dev.ferry.shell.command.Jobs;
import dev.ferry.shell.command.JobsCommand;
import dev.ferry.shell.command.Language;
import dev.ferry.shell.command.LastCommand;
import dev.ferry.shell.command.LoadCommand;
import dev.ferry.shell.command.LockCommand;
import dev.ferry.shell.command.ProfileCommand;
import dev.ferry.shell.command.RehearseCommand;
import dev.ferry.shell.command.RunCommand;
import dev.ferry.shell.command.RunsCommand;
import dev.ferry.shell.command.SaveCommand;
import dev.ferry.shell.command.SetCommand;
import dev.ferry.shell.command.Settings;
import dev.ferry.shell.command.Transcript;
import dev.ferry.shell.command.TreeCommand;
import dev.ferry.shell.command.UnlockCommand;
import dev.ferry.shell.command.VarsCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;
import org.jspecify.annotations.Nullable;

/**
 * The prompt: reads, evaluates on a thread that Ctrl-C can stop, prints, until it is left. Input from a pipe takes the same road without
 * prompts and stops at the first failure, as a script does.
 */
public final class Shell {
    private final Setup setup;
    private final @Nullable Terminal terminal;
    private final Streams streams;
    private final Catalogs catalogs;
    private final Language language;
    private final Input input;
    private final Foreground foreground;
    private final Commands commands;
    private final Lock lock;
    private final Settings settings;
    private final Failures failures;
    private final Transcript transcript = new Transcript();
    private final Evaluation evaluation;
    private final Jobs jobs;
    private final Notices notices;
    private final Keyboard keyboard = new Keyboard();
    private volatile boolean attached;
    private volatile boolean left;

    /** A shell on the streams of its set-up: with an editor, with prompts alone, or silent, as they allow. */
    public Shell(Setup setup) {
        this(setup, Terminals.wanted(setup.streams(), System.getenv("TERM")) ? Terminals.open() : null);
    }

    /** A shell on a terminal of the caller's, or without an editor when it is null. */
    public Shell(Setup setup, @Nullable Terminal terminal) {
        this.setup = setup;
        this.terminal = terminal;
        Streams given = setup.streams().withFormatChoice("/set output ");
        this.streams = terminal == null ? given : given.withWidth(terminal::getWidth);
        Prompt prompt = new Prompt(setup.profile(), setup.mode());
        this.catalogs = Catalogs.of(setup.folders());
        this.language = new Language(() -> setup.engine().open(session()), catalogs, setup.names(), this::warm);
        this.lock = new Lock(setup.profile(), setup.mode(), this::answers);
        this.settings = new Settings(setup.mode(), lock, setup.watch(), setup.hints(), setup.format(), setup.names());
        this.failures = new Failures(streams, settings::debug, new Advice(catalogs, Asking.PROMPT, setup.held())::on);
        this.jobs = new Jobs(streams, this::executeAside, this::tellAside, this::ring);
        this.evaluation = new Evaluation(
                language,
                transcript,
                streams,
                settings::format,
                streams.isInteractive() || terminal != null,
                this::ask,
                () -> settings().paged() ? pager() : Optional.empty());
        this.commands = new Commands(commandList());
        Offers offers = new Offers(commands, language::complete);
        LineParser parser = new LineParser(language::completeness);
        if (terminal == null) {
            this.input = new PlainInput(streams, parser, prompt);
            this.foreground = new Foreground(Terminals.interrupts(input.interactive()), streams.err(), this::stopping);
            this.notices = new Notices((line, otherwise) -> otherwise.run());
        } else {
            Hints hints =
                    new Hints(commands, language::signature, () -> setup.mode().now() == Mode.READ_ONLY);
            TerminalInput editor = new TerminalInput(
                    terminal, parser, offers, hints, setup.hints(), prompt, streams.isColoured(Stream.OUT));
            editor.keepHistory(setup.folders().state().resolve("history")).ifPresent(streams.err()::println);
            this.input = editor;
            this.foreground = new Foreground(Terminals.interrupts(terminal), streams.err(), this::stopping);
            this.notices = new Notices(editor::writeAbove);
        }
        streams.noticesAbove(notices::take);
    }

    /**
     * Runs until the end of the input or {@code /exit}.
     *
     * @return the exit code: 0, or what the failure at which a pipe was left means
     */
    public int run() {
        if (input.interactive()) {
            streams.err().println("Tab completes, /help explains, /exit leaves.");
        }
        language.warmUp();
        try {
            return loop();
        } finally {
            jobs.stop();
        }
    }

    private int loop() {
        while (!left) {
            if (input.interactive()) {
                streams.endLine();
            }
            @Nullable String text = keyboard.atPrompt(input::next);
            if (text == null) {
                if (mayLeave()) {
                    break;
                }
                continue;
            }
            if (text.isBlank()) {
                continue;
            }
            if (!input.interactive()) {
                streams.goOnWithoutOutput(() -> mayChange(text));
            }
            @Nullable Throwable failure = failureOf(text);
            if (ClosedOutputException.isBehind(failure)) {
                // No one reads any more. A line that only reads ends early then; those behind it may have work to do.
                if (input.interactive() || !isWritable()) {
                    return 0;
                }
            } else if (failure != null) {
                failures.tell(failure, text);
                if (!input.interactive()) {
                    return setup.exitCode().applyAsInt(failure);
                }
            }
        }
        return 0;
    }

    private boolean isWritable() {
        return setup.mode().now() == Mode.WRITABLE;
    }

    /** A command of the shell may run anything. */
    private boolean mayChange(String text) {
        return isWritable() && (Commands.isCommand(text) || language.mayChange(text));
    }

    private @Nullable Throwable failureOf(String text) {
        try {
            work(text);
            return null;
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (Foreground.InterruptedByUser e) {
            return e;
        } catch (InterruptedException e) {
            left = true;
            return e;
        }
    }

    private void work(String text) throws Foreground.InterruptedByUser, ExecutionException, InterruptedException {
        Callable<@Nullable Void> work = () -> {
            execute(text);
            return null;
        };
        if (!input.interactive()) {
            foreground.run(work, (worker, outcome) -> "Interrupted.");
            return;
        }
        Progress progress = Progress.startLate(streams, "running, Ctrl-C stops it");
        try {
            foreground.run(
                    work,
                    (worker, outcome) -> "Left behind as job "
                            + jobs.adopt(text, worker, outcome).number()
                            + ": it did not stop. /jobs says when it has.");
        } finally {
            progress.close();
        }
    }

    private void execute(String text) throws Exception {
        Optional<String> background = Jobs.background(text);
        if (background.isPresent()) {
            commands.run("/jobs run " + background.get().strip());
        } else if (Commands.isCommand(text)) {
            commands.run(text);
        } else {
            evaluation.typed(text);
        }
    }

    private void executeAside(Job job) throws Exception {
        if (Commands.isCommand(job.text())) {
            commands.runAside(job.text());
        } else {
            evaluation.aside(job.text(), Jobs.resultName(job));
        }
    }

    /** A job that was stopped says what a line says that was. */
    private void tellAside(Throwable failure, String text) {
        @Nullable Job job = jobs.current();
        boolean stopped = job != null && job.isStopping();
        failures.tell(stopped ? new Foreground.InterruptedByUser("Stopped.", failure) : failure, text);
    }

    /** For people who look elsewhere meanwhile. */
    private void ring() {
        if (settings.bell() && terminal != null && streams.isTerminal(Stream.ERR)) {
            terminal.puts(Capability.bell);
            terminal.flush();
        }
    }

    private String stopping() {
        return attached ? "Detaching…" : "Stopping… Ctrl-C again leaves it behind.";
    }

    /** Jobs end with the process, which people may not have in mind. */
    private boolean mayLeave() {
        List<Job> open = jobs.open();
        if (open.isEmpty() || !input.interactive()) {
            return true;
        }
        String which = open.size() == 1 ? "Job " + open.get(0).number() + " is" : open.size() + " jobs are";
        @Nullable
        String answer = ask(which + " still running and would end here; what was started at the service goes on."
                + " Leave? [y/N] ");
        // The end of the input is an answer too: there will be no other.
        return answer == null || answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    }

    private void leave() {
        left = mayLeave();
    }

    private void attached(boolean now) {
        attached = now;
    }

    private Runnable quiet() {
        Progress silence = Progress.silence(streams);
        notices.hold();
        return () -> {
            silence.close();
            notices.release().forEach(streams.err()::println);
        };
    }

    private Session.Builder session() {
        return Session.builder()
                .streams(streams)
                .format(settings::format)
                .pager(this::pager)
                .confirmation(answers());
    }

    private Confirmation answers() {
        return setup.answers().apply(input().interactive() ? this::ask : null);
    }

    /** Nothing is paged where no terminal shows it, nor while somebody works with the prompt. */
    private Optional<Pager> pager() {
        return terminal == null || !streams.isTerminal(Stream.OUT) || jobs.current() != null
                ? Optional.empty()
                : Optional.of(new TerminalPager(terminal, streams, this::quiet));
    }

    private Settings settings() {
        return settings;
    }

    /** Of several lines the last one is asked; those before it are only shown. */
    private @Nullable String ask(String question) {
        @Nullable Job job = jobs.current();
        int last = question.lastIndexOf('\n') + 1;
        if (job != null) {
            streams.err().print(question.substring(0, last));
            return jobs.ask(job, question.substring(last));
        }
        return keyboard.forQuestion(() -> {
            Progress silence = Progress.silence(streams);
            try {
                streams.err().print(question.substring(0, last));
                streams.err().flush();
                return input().ask(question.substring(last));
            } finally {
                silence.close();
            }
        });
    }

    /** What can wait until everything that a line needs is there. */
    private void warm() {
        if (input().interactive()) {
            setup.names().get().start();
        }
    }

    private Commands commands() {
        return commands;
    }

    private Input input() {
        return input;
    }

    private List<Command> commandList() {
        List<Command> all = new ArrayList<>();
        all.add(new HelpCommand(language, catalogs, this::commands, settings, setup.options(), streams));
        all.add(new SetCommand(settings, streams.out()));
        all.add(new UnlockCommand(lock));
        all.add(new LockCommand(lock));
        all.add(new VarsCommand(language, streams, settings::format));
        all.add(new LastCommand(language, evaluation, streams, settings::format, this::pager));
        all.add(new TreeCommand(language, setup.names(), setup.profile(), streams, settings::format));
        all.add(new CallsCommand(setup.watch().calls(), streams, settings::format));
        all.add(new RunsCommand(setup.folders(), streams, settings::format));
        all.add(new JobsCommand(
                jobs, streams, settings::format, () -> input().interactive(), this::ask, this::attached));
        all.add(new RunCommand(language, streams, transcript, settings::format));
        all.add(new RehearseCommand(setup.rehearsals(), streams, settings::format, this::ask));
        all.add(new LoadCommand(language, evaluation, streams));
        all.add(new SaveCommand(language, setup.names(), transcript, setup.profile(), streams));
        all.add(new EditCommand(
                language,
                () -> input().history(),
                new ExternalEditor(streams),
                this::quiet,
                text -> input().prefill(text),
                streams));
        all.add(new HistoryCommand(() -> input().history(), text -> input().prefill(text), streams));
        all.add(new ProfileCommand(setup.profile(), setup.mode(), streams, settings::format));
        all.add(new ExitCommand(this::leave));
        return all;
    }
}
