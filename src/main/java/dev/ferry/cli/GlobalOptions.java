package dev.ferry.cli;

import dev.ferry.output.Format;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Stack;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that may stand before or after any command. */
final class GlobalOptions {
    static final String STANDARD_SCENARIO = "acme";

    @Option(
            names = {"-P", "--profile"},
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            description = "The profile to work with.")
    @Nullable
    String profile;

    @Option(
            names = "--sandbox",
            arity = "0..1",
            paramLabel = "SCENARIO",
            preprocessor = AttachedOnly.class,
            scope = ScopeType.INHERIT,
            description = "Work in a sandbox made for this run; no credentials needed, nothing is real.")
    @Nullable
    String sandbox;

    @Option(
            names = "--read-only",
            scope = ScopeType.INHERIT,
            description = "Refuse every call that may change something.")
    boolean readOnly;

    @Option(names = "--writable", scope = ScopeType.INHERIT, description = "Allow changes, whatever the profile says.")
    boolean writable;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            scope = ScopeType.INHERIT,
            description = "How values are printed: table, json, jsonl, yaml or csv.")
    @Nullable
    Format output;

    @Option(
            names = {"-y", "--yes"},
            scope = ScopeType.INHERIT,
            description = "Answer ordinary questions with yes.")
    boolean yes;

    @Option(
            names = "--confirm",
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            description = "Answer severe questions about NAME with its name.")
    @Nullable
    String confirm;

    @Option(names = "--no-color", scope = ScopeType.INHERIT, description = "Print without colour.")
    boolean noColor;

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Tell of every call on standard error.")
    boolean verbose;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show where in the program a failure happened.")
    boolean debug;

    @Option(
            names = "--api-version",
            paramLabel = "DATE",
            scope = ScopeType.INHERIT,
            description = "Call version DATE (yyyy-mm-dd) of the Atlas API instead of the one each method is made for.")
    @Nullable
    String apiVersion;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    boolean help;

    Format format() {
        return output == null ? Format.TABLE : output;
    }

    /**
     * What the parser cannot see by itself.
     *
     * @throws UsageException one sentence
     */
    void check() {
        if (readOnly && writable) {
            throw new UsageException("--read-only and --writable contradict each other; give one of them.");
        }
        if (sandbox != null && profile != null) {
            throw new UsageException("--sandbox works without a profile; leave out --profile or --sandbox.");
        }
        if (apiVersion != null) {
            try {
                LocalDate.parse(apiVersion);
            } catch (DateTimeException e) {
                throw new UsageException("--api-version has to be a date as 2025-03-12, not '" + apiVersion + "'.");
            }
        }
    }

    /** Leaves the next word alone: in {@code ferry --sandbox x.groovy} it is the script, not the scenario. */
    static final class AttachedOnly implements IParameterPreprocessor {
        @Override
        public boolean preprocess(Stack<String> args, CommandSpec command, ArgSpec option, Map<String, Object> info) {
            if (!"=".equals(info.get("separator"))) {
                args.push(STANDARD_SCENARIO);
            }
            return false;
        }
    }
}
