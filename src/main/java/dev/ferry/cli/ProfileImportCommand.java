package dev.ferry.cli;

import dev.ferry.output.ShellWord;
import dev.ferry.output.Suggestion;
import dev.ferry.profile.OtherTool;
import dev.ferry.profile.Profile;
import dev.ferry.profile.Profiles;
import dev.ferry.profile.SettingsException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code ferry profile import}: takes over profiles of the Atlas CLI and of mongocli. Their files are read and never written. */
final class ProfileImportCommand implements Callable<Integer> {
    private final CommandLineInterface ferry;
    private String tool = "";
    private List<String> names = List.of();
    private boolean inKeyring;

    ProfileImportCommand(CommandLineInterface ferry) {
        this.ferry = ferry;
    }

    CommandSpec spec() {
        CommandSpec command = Words.command(
                "import",
                this,
                "Take over profiles of another tool, whose file stays as it is.",
                "What is taken over starts read-only; a name that is taken already needs another one, as in prod=acme-prod.");
        command.addPositional(
                Words.word(it -> tool = it, "TOOL", "The tool: atlas-cli (targets) or mongocli (sources)."));
        command.addPositional(
                Words.words(it -> names = it, "1..*", "NAME", "Its profiles, each as NAME or NAME=NEW; usually all."));
        command.addOption(Words.flag(
                        it -> inKeyring = it,
                        "Keep secrets that stood in the clear in the system's keyring, not in the settings file.",
                        "--keyring")
                .build());
        return command;
    }

    /** Says so when it cannot: one profile of many should not keep the others out. */
    private boolean canBeNamed(String name, Profiles profiles) {
        try {
            profiles.checkFree(name);
            return true;
        } catch (SettingsException e) {
            ferry.streams().err().println(e.getMessage());
            return false;
        }
    }

    @Override
    public Integer call() {
        OtherTool from = Arrays.stream(OtherTool.values())
                .filter(each -> each.word().equals(tool))
                .findFirst()
                .orElseThrow(
                        () -> new UsageException("Ferry knows no profiles of " + tool + "; say atlas-cli or mongocli."
                                + Suggestion.didYouMean(tool, List.of("atlas-cli", "mongocli"))));
        Map<String, String> wanted = new LinkedHashMap<>();
        for (String name : names) {
            int sign = name.indexOf('=');
            wanted.put(sign < 0 ? name : name.substring(0, sign), sign < 0 ? name : name.substring(sign + 1));
        }
        Profiles profiles = Profiles.of(ferry.environment());
        PrintStream err = ferry.streams().err();
        // What is wrong with our own file is said once, and not for each profile.
        profiles.list();
        List<OtherTool.Found> all = from.read(ferry.environment(), List.copyOf(wanted.keySet()));
        boolean whole = true;
        boolean some = false;
        for (OtherTool.Found each : all) {
            Profile profile = each.profile();
            String name = wanted.getOrDefault(each.name(), each.name());
            if (profile != null && !canBeNamed(name, profiles)) {
                err.println("To take it over under another name: ferry profile import " + tool + " "
                        + ShellWord.of(each.name() + "=NEW"));
                whole = false;
                continue;
            }
            each.notes().forEach(err::println);
            if (profile == null) {
                whole = false;
                continue;
            }
            new KeyringOffer(ferry, inKeyring).add(profile.named(name), profiles);
            err.println("Took over " + each.name() + " of " + from.file(ferry.environment()) + " as " + name + " into "
                    + profiles.file() + ". It starts read-only until environment and mode are set there.");
            some = true;
        }
        if (all.isEmpty()) {
            err.println("There are no profiles in " + from.file(ferry.environment()) + ".");
        }
        return (whole || (some && names.isEmpty()) ? ExitCode.DONE : ExitCode.FAILED).number();
    }
}
