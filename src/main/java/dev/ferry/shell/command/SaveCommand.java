package dev.ferry.shell.command;

import dev.ferry.api.ApiSide;
import dev.ferry.api.Named;
import dev.ferry.api.Thing;
import dev.ferry.output.FileReason;
import dev.ferry.output.Streams;
import dev.ferry.profile.Profile;
import dev.ferry.script.Interpreter;
import dev.ferry.script.Recording;
import dev.ferry.script.analysis.complete.LiveName;
import dev.ferry.script.analysis.complete.LiveNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jline.reader.Candidate;
import org.jspecify.annotations.Nullable;

/** {@code /save FILE}. */
public record SaveCommand(
        Language language, Supplier<? extends LiveNames> names, Transcript transcript, Profile profile, Streams streams)
        implements Command {
    private static final String FORCE = "--force";

    /** Of a long list only so many are looked at for the name of an id. */
    private static final int LOOKED_AT = 1_000;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd 'at' HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    @Override
    public String name() {
        return "/save";
    }

    @Override
    public String arguments() {
        return "[--force] FILE";
    }

    @Override
    public String purpose() {
        return "Writes what ran, without what failed and without secrets, to a script whose ids are options.";
    }

    @Override
    public void run(String arguments) throws IOException {
        List<String> words = new ArrayList<>(Words.of(arguments));
        boolean force = words.remove(FORCE);
        List<Recording.Line> lines = transcript.lines();
        if (words.size() != 1) {
            throw new CommandException("Where to? For example: /save evening.groovy");
        }
        if (lines.isEmpty()) {
            throw new CommandException("There is nothing to save: no line of this session has succeeded yet.");
        }
        Path file = Words.path(words.get(0));
        if (Files.exists(file) && !force) {
            throw new CommandException(file + " exists already: choose another name, or replace it with --force.");
        }
        Recording.Script script = Recording.of(lines, header(lines.size()), this::nameOf);
        write(file, script.text());
        String options =
                script.options().isEmpty() ? "" : " Its ids are options: " + String.join(", ", script.options()) + ".";
        String hidden =
                script.hidden() ? " Its secrets are dots now: put them back from a file or the environment." : "";
        streams.err()
                .println(lines.size() + (lines.size() == 1 ? " line" : " lines") + " saved to " + file + "." + options
                        + hidden);
    }

    private List<String> header(int lines) {
        String version =
                Objects.requireNonNullElse(SaveCommand.class.getPackage().getImplementationVersion(), "(development)");
        String environment = profile.environment() == null ? "" : " " + profile.environment();
        boolean simulated = "SANDBOX".equals(profile.environment());
        List<String> header = new ArrayList<>();
        header.add("What ran in a session that was saved on " + TIME.format(Instant.now()) + ": " + lines
                + (lines == 1 ? " line." : " lines."));
        header.add("");
        header.add("Ferry " + version + ", profile " + profile.name() + environment + ".");
        if (simulated) {
            header.add("SIMULATED: it ran in a sandbox, nothing in it was real.");
        }
        return header;
    }

    private Optional<String> nameOf(String id) {
        return ofSession(id).or(() -> remembered(id));
    }

    /** What is remembered of the services. */
    private Optional<String> remembered(String id) {
        LiveNames known = names.get();
        for (ApiSide side : ApiSide.values()) {
            for (Thing thing : Thing.values()) {
                LiveNames.Found found = known.find(new LiveNames.Wanted(side, thing, Map.of()), id, 1);
                Optional<String> name = found.names().stream()
                        .filter(each -> each.id().equals(id))
                        .map(LiveName::name)
                        .findFirst();
                if (name.isPresent()) {
                    return name;
                }
            }
        }
        return Optional.empty();
    }

    /** What a value of this session says. */
    private Optional<String> ofSession(String id) {
        Interpreter interpreter = language.interpreter();
        return interpreter.variableNames().stream()
                .map(interpreter::variable)
                .flatMap(SaveCommand::records)
                .filter(named -> id.equals(named.id()))
                .map(Named::name)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static Stream<Named> records(@Nullable Object value) {
        if (value instanceof Named named) {
            return Stream.of(named);
        }
        // Others may have to fetch their elements.
        boolean plain = value != null && value.getClass().getName().startsWith("java.");
        return plain && value instanceof Collection<?> collection
                ? collection.stream()
                        .limit(LOOKED_AT)
                        .filter(Named.class::isInstance)
                        .map(Named.class::cast)
                : Stream.empty();
    }

    /** All of it or nothing. */
    private static void write(Path file, String text) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        @Nullable Path fresh = null;
        try {
            // Such a file is made for its owner alone.
            fresh = Files.createTempFile(folder, ".ferry", ".groovy");
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new CommandException(file + " cannot be written: " + FileReason.of(e) + ".");
        } finally {
            if (fresh != null) {
                Files.deleteIfExists(fresh);
            }
        }
    }

    @Override
    public List<Candidate> complete(String arguments) {
        return FileNames.complete(Words.last(arguments));
    }
}
