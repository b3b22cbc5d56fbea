package dev.ferry.cli;

import dev.ferry.access.Foreseen;
import dev.ferry.access.Verdict;
import dev.ferry.api.catalog.Catalogs;
import dev.ferry.api.catalog.Risk;
import dev.ferry.output.Format;
import dev.ferry.output.Streams.Stream;
import dev.ferry.output.TerminalText;
import dev.ferry.profile.Folders;
import dev.ferry.script.Complaint;
import dev.ferry.script.ScriptCheck;
import dev.ferry.script.analysis.check.Checked;
import dev.ferry.script.analysis.check.Diagnostic;
import dev.ferry.script.analysis.check.Effect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code ferry check}: what is wrong with scripts and pages, and what they may send. Runs nothing, and asks nobody but for {@code --can-i}. */
final class CheckCommand implements Callable<Integer> {
    private final CommandLineInterface ferry;
    private final GlobalOptions options;

    private List<String> files = List.of();
    private boolean effects;
    private boolean canI;

    CheckCommand(CommandLineInterface ferry, GlobalOptions options) {
        this.ferry = ferry;
        this.options = options;
    }

    CommandSpec spec() {
        CommandSpec command = Words.command(
                "check",
                this,
                "Say what is wrong with scripts (.groovy) and runbooks (.md), without running them.",
                "Each mistake is a line FILE:LINE:COLUMN: error: MESSAGE; the exit code is 2 when there is one.");
        command.addOption(Words.flag(
                        it -> effects = it,
                        "List every operation that they may call, its roles, and whether it changes anything.",
                        "--effects")
                .build());
        command.addOption(Words.flag(
                        it -> canI = it,
                        "Like --effects, and say whether the credentials may call each, by the roles that both services"
                                + " tell; the exit code is 4 when one would be refused.",
                        "--can-i")
                .build());
        return command.addPositional(
                Words.words(it -> files = it, "0..*", "FILE", "What to check; - for standard input."));
    }

    @Override
    public Integer call() {
        options.check();
        effects |= canI;
        if (files.isEmpty()) {
            throw new UsageException("Say what to check: ferry check FILE…, or - for standard input.");
        }
        ScriptCheck check = new ScriptCheck(Catalogs.of(Folders.of(ferry.environment())));
        List<Complaint> complaints = new ArrayList<>();
        List<Complaint> said = new ArrayList<>();
        List<Map<String, @Nullable Object>> requests = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        List<String> untold = new ArrayList<>();
        int unreadable = 0;
        for (String file : files) {
            try {
                CheckedFile read = CheckedFile.read(file, ferry.streams());
                Checked checked = check.check(read.steps());
                complaints.addAll(read.complaints(checked));
                said.addAll(read.advice(checked));
                for (Foreseen each : foreseen(checked.effects())) {
                    requests.add(request(read.name(), each));
                    if (each.verdict().refused()) {
                        refused.add(read.name() + ":" + each.effect().line() + ": "
                                + each.effect().call() + " would be refused: "
                                + each.verdict().reason() + ".");
                    }
                }
                if (!checked.untold().isEmpty()) {
                    untold.add(untold(read.name(), checked.untold()));
                }
            } catch (UsageException e) {
                ferry.streams().err().println(TerminalText.line(String.valueOf(e.getMessage())));
                unreadable++;
            }
        }
        said.addAll(0, complaints);
        print(said, requests);
        if (effects) {
            untold.forEach(ferry.streams().err()::println);
        }
        refused.forEach(ferry.streams().err()::println);
        summary(complaints.size(), unreadable);
        return (!complaints.isEmpty() || unreadable > 0
                        ? ExitCode.USAGE
                        : refused.isEmpty() ? ExitCode.DONE : ExitCode.NOT_ALLOWED)
                .number();
    }

    /** Nobody is asked unless that is wanted. */
    private List<Foreseen> foreseen(List<Effect> found) {
        if (!canI || found.isEmpty()) {
            return found.stream()
                    .map(each -> new Foreseen(each, Verdict.UNASKED))
                    .toList();
        }
        try (Workbench bench = Workbench.forScript(options, ferry.streams(), ferry.environment())) {
            return bench.sides().access().verdicts(found);
        }
    }

    private void print(List<Complaint> complaints, List<Map<String, @Nullable Object>> requests) {
        if (effects) {
            if (options.format != Format.TABLE || !requests.isEmpty()) {
                ferry.printer(options).print(requests);
            }
            Complaint.print(complaints, ferry.streams(), Stream.ERR);
        } else if (options.format == Format.TABLE) {
            Complaint.print(complaints, ferry.streams(), Stream.OUT);
        } else {
            ferry.printer(options)
                    .print(complaints.stream().map(CheckCommand::row).toList());
        }
    }

    private static Map<String, @Nullable Object> row(Complaint complaint) {
        Diagnostic diagnostic = complaint.diagnostic();
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("file", complaint.file());
        row.put("line", diagnostic.line());
        row.put("column", diagnostic.column());
        row.put("endColumn", diagnostic.endColumn());
        row.put("severity", complaint.severity());
        row.put("message", diagnostic.message());
        row.put("suggestion", diagnostic.suggestion().isEmpty() ? null : diagnostic.suggestion());
        return row;
    }

    private static String word(Risk risk) {
        return switch (risk) {
            case READS, ASKS -> "";
            case CHANGES -> "changes";
            case SEVERE -> "severe";
        };
    }

    private Map<String, @Nullable Object> request(String file, Foreseen foreseen) {
        Effect effect = foreseen.effect();
        boolean table = options.format == Format.TABLE;
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        if (!table || files.size() > 1) {
            row.put("file", file);
        }
        row.put("line", effect.line());
        row.put("call", effect.call());
        row.put("changes", table ? word(effect.risk()) : effect.changes());
        if (!table) {
            row.put("risk", effect.risk().name().toLowerCase(Locale.ROOT));
        }
        if (canI) {
            row.put("allowed", foreseen.verdict().kind().word());
        }
        row.put("method", effect.method());
        row.put("path", effect.path());
        row.put("roles", table || options.format == Format.CSV ? String.join(", ", effect.roles()) : effect.roles());
        row.put("operation", effect.operation());
        if (!table) {
            if (canI) {
                row.put("reason", foreseen.verdict().reason());
            }
            row.put("column", effect.column());
            row.put("side", effect.side().name().toLowerCase(Locale.ROOT));
        }
        return row;
    }

    private static String untold(String file, List<Integer> lines) {
        String where = lines.stream().distinct().map(String::valueOf).collect(Collectors.joining(", "));
        return file + ": what is called on line" + (lines.size() == 1 ? " " : "s ") + where
                + " cannot be told before the run.";
    }

    private void summary(int mistakes, int unreadable) {
        int read = files.size() - unreadable;
        if (read > 0) {
            String found = mistakes == 0 ? "Nothing is wrong" : mistakes + (mistakes == 1 ? " mistake" : " mistakes");
            ferry.streams().err().println(found + " in " + read + (read == 1 ? " file." : " files."));
        }
    }
}
