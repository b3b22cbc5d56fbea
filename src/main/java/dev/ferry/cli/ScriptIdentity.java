package dev.ferry.cli;

import dev.ferry.output.Redactor;
import dev.ferry.output.Secret;
import java.util.ArrayList;
import java.util.List;

/**
 * What is to be run, as a plan tells it from others.
 *
 * @param name the file as it was named; {@code -} for standard input, {@code -e} for an expression
 * @param text the whole of it
 * @param arguments what it is given
 */
record ScriptIdentity(String name, String text, List<String> arguments) {
    /** The arguments without secrets: neither those that look like one, nor what follows the option of one. */
    List<String> shownArguments() {
        List<String> shown = new ArrayList<>();
        String before = "";
        for (String argument : arguments) {
            boolean named = before.startsWith("-") && Redactor.isSecretName(before.replaceFirst("^-+", ""));
            shown.add(named ? Secret.MASK : Redactor.redact(argument));
            before = argument;
        }
        return shown;
    }
}
