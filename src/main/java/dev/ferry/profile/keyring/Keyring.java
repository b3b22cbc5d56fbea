package dev.ferry.profile.keyring;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ferry.output.Redactor;
import dev.ferry.output.Secret;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The keyring of the operating system, by the platform's own program: {@code secret-tool} of libsecret, or {@code security} of macOS.
 *
 * <pre>{@code
 * Keyring keyring = Keyring.of(System.getenv());
 * keyring.store("acme/source", secret);
 * Secret again = keyring.find("acme/source");
 * }</pre>
 */
public final class Keyring {
    /** Long enough to type the password of a locked keyring. */
    private static final long SECONDS = 120;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_./@-]*");

    private final @Nullable Program program;
    private final Map<String, String> variables;
    private final String service;

    private Keyring(@Nullable Program program, Map<String, String> variables, String service) {
        this.program = program;
        this.service = service;
        this.variables = variables;
    }

    /** The one of this system, found by the search path of these variables, which the program gets too. */
    public static Keyring of(Map<String, String> variables) {
        return of(variables, System.getProperty("os.name"));
    }

    static Keyring of(Map<String, String> variables, String system) {
        return new Keyring(Program.of(system), Map.copyOf(variables), "ferry");
    }

    /** What another program keeps in it, by the name under which that one keeps its secrets. */
    public Keyring of(String otherService) {
        return new Keyring(program, variables, otherService);
    }

    /** Whether its program is there. Whether it is unlocked, or running at all, shows when it is used. */
    public boolean isThere() {
        return path().isPresent();
    }

    /** What it is called, for people. */
    public String title() {
        return program == null ? "no keyring" : "the keyring (" + program.name() + ")";
    }

    /**
     * Keeps a secret, in place of an older one of that name.
     *
     * @param name letters, digits and {@code _ . / @ -}
     * @throws KeyringException when that cannot be done
     */
    public void store(String name, Secret secret) throws KeyringException {
        Program there = there(name);
        Answer answer =
                run(Program.words(there.store(), service, name), there.input().apply(name, secret));
        if (answer.code != 0 || (there.equals(Program.SECURITY) && !answer.error.isEmpty())) {
            throw refused(answer, "could not keep the secret");
        }
    }

    /**
     * Finds a secret.
     *
     * @throws KeyringException when it is not there, or cannot be asked for
     */
    public Secret find(String name) throws KeyringException {
        Answer answer = run(Program.words(there(name).find(), service, name), "");
        String value = answer.output.strip();
        if (answer.code == 0 && !value.isEmpty()) {
            return Secret.of(value);
        }
        if (isAbsent(answer)) {
            throw new KeyringException(title() + " has nothing under " + name);
        }
        throw refused(answer, "could not be read");
    }

    /**
     * Forgets a secret.
     *
     * @return whether there was one
     * @throws KeyringException when that cannot be done
     */
    public boolean forget(String name) throws KeyringException {
        Answer answer = run(Program.words(there(name).forget(), service, name), "");
        if (answer.code == 0) {
            return true;
        }
        if (isAbsent(answer)) {
            return false;
        }
        throw refused(answer, "could not forget " + name);
    }

    /** secret-tool says nothing then, security says so. */
    private static boolean isAbsent(Answer answer) {
        return answer.error.isBlank() || answer.error.contains("could not be found");
    }

    private Program there(String name) throws KeyringException {
        if (!NAME.matcher(name).matches()) {
            throw new KeyringException("the keyring takes no name like " + name);
        }
        if (program == null) {
            throw new KeyringException("this system has no program that gives a secret of its keyring back");
        }
        return program;
    }

    private KeyringException refused(Answer answer, String what) {
        String why =
                answer.error.lines().filter(line -> !line.isBlank()).findFirst().orElse("code " + answer.code);
        return new KeyringException(title() + " " + what + ": "
                + Redactor.redact(why.strip()
                        .replaceFirst("^" + Pattern.quote(nameOfProgram()) + ": ", "")
                        .replaceAll("\\.$", "")));
    }

    private String nameOfProgram() {
        return program == null ? "" : program.name();
    }

    private record Answer(int code, String output, String error) {}

    private Answer run(List<String> words, String input) throws KeyringException {
        List<String> command = new ArrayList<>();
        command.add(path().map(Path::toString).orElseThrow(() -> new KeyringException(missing())));
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(variables);
        try {
            Process process = builder.start();
            try {
                return answer(process, input);
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new KeyringException(title() + " cannot be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KeyringException(title() + " was interrupted", e);
        }
    }

    private Answer answer(Process process, String input) throws IOException, InterruptedException, KeyringException {
        CompletableFuture<String> output = read(process.getInputStream());
        CompletableFuture<String> error = read(process.getErrorStream());
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(UTF_8));
        } catch (IOException e) {
            // A program that refuses at once does not read what it is given; its code and its words say why.
            if (process.waitFor() == 0) {
                throw e;
            }
        }
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            throw new KeyringException(
                    title() + " did not answer within two minutes; unlock it, or take a file for the secret");
        }
        return new Answer(process.exitValue(), output.join(), error.join());
    }

    /** Read on a thread of its own: both streams block, and the common pool may have a single thread. */
    private static CompletableFuture<String> read(InputStream stream) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return new String(stream.readAllBytes(), UTF_8);
                    } catch (IOException e) {
                        // The program was ended: what it would have said is not missed.
                        return "";
                    }
                },
                Keyring::onThread);
    }

    private static void onThread(Runnable work) {
        Thread thread = new Thread(work, "ferry-keyring");
        thread.setDaemon(true);
        thread.start();
    }

    private String missing() {
        return program == null
                ? "this system has no program that gives a secret of its keyring back"
                : program.equals(Program.SECRET_TOOL)
                        ? "secret-tool is not installed; it comes with the package libsecret-tools"
                        : program.name() + " is not on the search path";
    }

    private Optional<Path> path() {
        if (program == null) {
            return Optional.empty();
        }
        for (String folder : variables.getOrDefault("PATH", "").split(Pattern.quote(File.pathSeparator), -1)) {
            try {
                Path path = Path.of(folder, program.name());
                if (path.isAbsolute() && Files.isRegularFile(path) && Files.isExecutable(path)) {
                    return Optional.of(path);
                }
            } catch (InvalidPathException e) {
                // No folder then, and what is no folder has no programs.
            }
        }
        return Optional.empty();
    }
}
