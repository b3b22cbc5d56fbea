package dev.ferry.profile;

import dev.ferry.output.Secret;
import dev.ferry.profile.keyring.KeyringException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where a secret is to be found. Nothing is read, and no command is run, before {@link #read}. */
public sealed interface SecretSource {
    /**
     * Reads it.
     *
     * @throws SettingsException one sentence, without the secret, when that fails
     */
    Secret read(Environment environment);

    /** What may be shown of it: where it comes from, never what it is. */
    String describe();

    /**
     * The secret itself, as it was typed or stands in the settings file.
     *
     * @param file the settings file, which then has to be closed to others, or null
     */
    record Literal(Secret secret, @Nullable Path file) implements SecretSource {
        @Override
        public Secret read(Environment environment) {
            if (file != null) {
                Permissions.unread(file);
            }
            return secret;
        }

        @Override
        public String describe() {
            return file == null ? "this process" : "settings file";
        }
    }

    /**
     * The text of a file, without the blanks and line ends around it.
     *
     * @param key the setting that names the file, for messages
     */
    record InFile(Path file, String key) implements SecretSource {
        @Override
        public Secret read(Environment environment) {
            String text;
            try {
                text = Files.readString(file, StandardCharsets.UTF_8).strip();
            } catch (IOException e) {
                throw new SettingsException(
                        "Cannot read " + file + ", which " + key + " names; make it readable or name another file.", e);
            }
            if (Files.isRegularFile(file)) {
                // What is no file, as a pipe of the shell, is nobody else's to read.
                Permissions.unread(file);
            }
            if (text.isEmpty()) {
                throw new SettingsException(file + ", which " + key + " names, is empty; write the secret into it.");
            }
            return Secret.of(text);
        }

        @Override
        public String describe() {
            return "file " + file;
        }
    }

    /**
     * An environment variable.
     *
     * @param key the setting that names the variable, for messages
     */
    record Variable(String variable, String key) implements SecretSource {
        @Override
        public Secret read(Environment environment) {
            String value = environment.get(variable);
            if (value == null) {
                throw new SettingsException(
                        "The environment variable " + variable + ", which " + key + " names, is not set; set it.");
            }
            return Secret.of(value.strip());
        }

        @Override
        public String describe() {
            return "environment variable " + variable;
        }
    }

    /**
     * The first line a command prints.
     *
     * @param key the setting that holds the command, for messages
     */
    record Command(String command, String key) implements SecretSource {
        @Override
        public Secret read(Environment environment) {
            return SecretCommand.run(command, key, environment);
        }

        @Override
        public String describe() {
            return "command";
        }
    }

    /**
     * A secret of the operating system's keyring.
     *
     * @param key the setting that names it, for messages
     */
    record InKeyring(String name, String key) implements SecretSource {
        @Override
        public Secret read(Environment environment) {
            try {
                return environment.keyring().find(name);
            } catch (KeyringException e) {
                throw new SettingsException(
                        "The secret that " + key + " names is not to be had: " + e.getMessage()
                                + "; unlock the keyring, or write its value to a file that only you can read and name that.",
                        e);
            }
        }

        @Override
        public String describe() {
            return "keyring, " + name;
        }
    }

    /** The half of a credential that nobody gave. */
    record Missing(String sentence) implements SecretSource {
        @Override
        public Secret read(Environment environment) {
            throw new SettingsException(sentence);
        }

        @Override
        public String describe() {
            return "missing";
        }
    }
}
