package dev.ferry.cli;

import dev.ferry.output.ShellWord;
import dev.ferry.script.ScriptOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Finds options of Ferry among the words of a script. Handed to a script that does not know it, {@code -n} would rehearse nothing and
 * {@code --read-only} would protect nothing.
 */
final class MisplacedOptions {
    private final CommandSpec ferry;
    private final List<String> commandLine;

    /**
     * Looks for the options of a command.
     *
     * @param ferry the outermost command
     * @param commandLine all words, which end in the words of the script
     */
    MisplacedOptions(CommandSpec ferry, List<String> commandLine) {
        this.ferry = ferry;
        this.commandLine = commandLine;
    }

    /**
     * Refuses them. What stands behind {@code --} is the script's in any case.
     *
     * @param declared whether the script has an option of that name itself; asked only of names that Ferry has
     * @throws UsageException with the command line that has them in front
     */
    void refuse(List<String> arguments, Predicate<String> declared) {
        List<String> moved = new ArrayList<>();
        List<String> left = new ArrayList<>();
        int options = ScriptOptions.beforeSeparator(arguments).size();
        for (int index = 0; index < arguments.size(); index++) {
            String word = arguments.get(index);
            OptionSpec option = index < options ? option(word, declared) : null;
            (option == null ? left : moved).add(word);
            if (option != null && takesNext(option, word) && index + 1 < options) {
                index++;
                moved.add(arguments.get(index));
            }
        }
        if (!moved.isEmpty()) {
            List<String> words = new ArrayList<>(moved);
            words.addAll(commandLine.subList(0, Math.max(0, commandLine.size() - arguments.size())));
            words.addAll(left);
            throw new UsageException(
                    "'" + moved.get(0) + "' is an option of Ferry, but stands among the words of the script."
                            + " Nothing was run. Put it in front: ferry "
                            + words.stream().map(ShellWord::of).collect(Collectors.joining(" ")));
        }
    }

    private static boolean takesNext(OptionSpec option, String word) {
        return option.arity().min() > 0 && Arrays.asList(option.names()).contains(word);
    }

    private @Nullable OptionSpec option(String word, Predicate<String> declared) {
        String name = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
        OptionSpec option = name.startsWith("-") ? ferry.findOption(name) : null;
        if (option == null && word.matches("-[A-Za-z].+")) {
            name = word.substring(0, 2);
            option = lastOf(word);
        }
        return option == null || option.usageHelp() || option.versionHelp() || declared.test(name) ? null : option;
    }

    /** Of several letters behind one hyphen: they are flags, and the last one may have its value behind it. */
    private @Nullable OptionSpec lastOf(String word) {
        OptionSpec option = null;
        for (int index = 1; index < word.length(); index++) {
            option = ferry.findOption("-" + word.charAt(index));
            if (option == null || option.arity().max() > 0) {
                break;
            }
        }
        return option;
    }
}
