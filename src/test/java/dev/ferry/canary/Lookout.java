package dev.ferry.canary;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.output.Secret;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Base64;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks for what was planted, in each spelling, in texts and in all files of a home. */
public final class Lookout {
    private static final Set<PosixFilePermission> OWNER =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private static final Pattern LABELLED = Pattern.compile("kind(\\d\\d)((?:(?!kind).){1,200})", Pattern.DOTALL);

    private final Map<String, Planted> wanted = new TreeMap<>();
    private final Set<Channel> marked = EnumSet.noneOf(Channel.class);
    private final Map<Channel, Set<Planted>> hidden = new EnumMap<>(Channel.class);

    /** A look-out for the kinds that always have the same value. */
    public Lookout() {
        for (Planted kind : Planted.values()) {
            if (!kind.value().isEmpty()) {
                add(kind, kind.value());
            }
        }
    }

    /** Looks for this value too. */
    public Lookout add(Planted kind, String value) {
        for (String form : List.of(
                value,
                URLEncoder.encode(value, UTF_8),
                Base64.getEncoder().withoutPadding().encodeToString(value.getBytes(UTF_8)),
                HexFormat.of().formatHex(value.getBytes(UTF_8)))) {
            wanted.put(form, kind);
        }
        return this;
    }

    /** The kinds that are looked for. */
    public Set<Planted> kinds() {
        return new LinkedHashSet<>(wanted.values());
    }

    /** The channels in which the mark was found: somebody has looked there, and at something. */
    Set<Channel> marked() {
        return EnumSet.copyOf(marked);
    }

    /** The kinds of which dots were found in a channel, behind their labels. */
    Set<Planted> hidden(Channel channel) {
        return hidden.getOrDefault(channel, EnumSet.noneOf(Planted.class));
    }

    /** Fails when nothing was caught, or a secret. */
    void caught(Channel channel, String where, String text) {
        assertTrue(text.contains(channel.mark()), () -> "nothing was caught of " + where + ": " + text);
        absent(channel, where, text);
    }

    /** Fails when one of the secrets stands in a text. */
    public void absent(Channel channel, String where, String text) {
        if (text.contains(channel.mark())) {
            marked.add(channel);
        }
        LABELLED.matcher(text)
                .results()
                .filter(each -> each.group(2).contains(Secret.MASK))
                .forEach(each -> hidden.computeIfAbsent(channel, added -> EnumSet.noneOf(Planted.class))
                        .add(Planted.values()[Integer.parseInt(each.group(1))]));
        wanted.forEach((form, kind) -> {
            int at = text.indexOf(form);
            assertTrue(
                    at < 0 || channel.mayHold(kind),
                    () -> kind.title().toUpperCase(Locale.ROOT) + " in " + channel.title() + ", " + where + ", behind: "
                            + text.substring(Math.max(0, at - 100), at));
        });
    }

    /**
     * Fails when a file below a home or a working folder has one of the secrets, in it or in its name, belongs to no channel, or can
     * be read by others though Ferry keeps it.
     *
     * @return the channels that were found
     */
    public Set<Channel> left(Path home, Path work) throws IOException {
        Set<Channel> found = EnumSet.noneOf(Channel.class);
        for (Map.Entry<String, Path> root : Map.of(
                        "config", home.resolve(".config/ferry"),
                        "state", home.resolve(".local/state/ferry"),
                        "cache", home.resolve(".cache/ferry"),
                        "work", work)
                .entrySet()) {
            for (Path file : files(root.getValue())) {
                Path name = Path.of(root.getKey()).resolve(root.getValue().relativize(file));
                Channel channel = Channel.of(name)
                        .orElseThrow(() -> new AssertionError(
                                name + " is in no channel: add it to Channel and to docs/security.md"));
                found.add(channel);
                absent(channel, "the name of " + name, name.toString());
                absent(channel, name.toString(), text(file));
                if (root.getKey().equals("state") || channel == Channel.SETTINGS) {
                    assertEquals(OWNER, Files.getPosixFilePermissions(file), name::toString);
                }
            }
        }
        List<Path> others = files(home).stream()
                .filter(file -> Stream.of(".config/ferry", ".local/state/ferry", ".cache/ferry")
                        .noneMatch(known -> file.startsWith(home.resolve(known))))
                .toList();
        assertEquals(List.of(), others, "files in no channel");
        return found;
    }

    /** What is no text is looked at byte by byte. */
    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file, UTF_8);
        } catch (CharacterCodingException e) {
            return Files.readString(file, ISO_8859_1);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
