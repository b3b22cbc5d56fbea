package dev.ferry.profile;

import dev.ferry.output.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** Runs the user's command that prints a secret, as git's credential helpers and AWS's {@code credential_process} do. */
final class SecretCommand {
    private SecretCommand() {}

    /** The first line of its standard output; its standard error and standard input are the user's, so that it can ask for a PIN. */
    static Secret run(String command, String key, Environment environment) {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        ProcessBuilder builder =
                windows ? new ProcessBuilder("cmd.exe", "/c", command) : new ProcessBuilder("sh", "-c", command);
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.redirectInput(ProcessBuilder.Redirect.INHERIT);
        Map<String, String> variables = builder.environment();
        variables.clear();
        variables.putAll(environment.asMap());
        ChildVariables.withoutOurSecrets(variables);
        try {
            Process process = builder.start();
            try {
                String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                int code = process.waitFor();
                if (code != 0) {
                    throw new SettingsException("The command of " + key + " ended with code " + code
                            + "; run it by itself to see why: " + command);
                }
                return output.lines()
                        .map(String::strip)
                        .findFirst()
                        .filter(line -> !line.isEmpty())
                        .map(Secret::of)
                        .orElseThrow(() -> new SettingsException(
                                "The command of " + key + " printed nothing; it has to print the secret: " + command));
            } finally {
                process.destroy();
            }
        } catch (IOException e) {
            throw new SettingsException("The command of " + key + " could not be started: " + command, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SettingsException("The command of " + key + " was interrupted before it printed the secret.", e);
        }
    }
}
