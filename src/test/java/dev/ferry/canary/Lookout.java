package dev.ferry.canary;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Looks for what was planted, in each spelling, in texts and in all files of a home. */
public final class Lookout {
    private static final Set<PosixFilePermission> OWNER =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final Map<String, Planted> wanted = new TreeMap<>();

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

    /** Fails when one of the secrets stands in a text. */
    public void absent(Channel channel, String where, String text) {
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
                absent(channel, name.toString(), Files.readString(file, ISO_8859_1));
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

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
