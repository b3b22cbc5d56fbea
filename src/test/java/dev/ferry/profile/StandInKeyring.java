package dev.ferry.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A stand-in for secret-tool, a real program that takes the same words: it keeps what it reads on standard input in a file beside itself, and
 * notes the words it was started with.
 */
public final class StandInKeyring {
    private final Path folder;

    private StandInKeyring(Path folder) {
        this.folder = folder;
    }

    /** Puts it into a folder, which goes onto the search path. */
    public static StandInKeyring in(Path folder) throws IOException {
        Files.createDirectories(folder);
        StandInKeyring made = new StandInKeyring(folder);
        made.program("""
                echo "$*" >> "$here/words"
                kept="$here/$(echo "$*" | sed 's/.*service \\(.*\\) username \\(.*\\)/\\1-\\2/; s,/,-,g')"
                case "$1" in
                  store) cat > "$kept";;
                  lookup) [ -f "$kept" ] || exit 1; cat "$kept";;
                  clear) [ -f "$kept" ] || exit 1; rm "$kept";;
                esac
                """);
        return made;
    }

    /** The search path with it in front. */
    public String path() {
        return folder + ":" + System.getenv("PATH");
    }

    /** Lets it fail as it does without a session bus. */
    public void breakDown() throws IOException {
        program("echo 'secret-tool: Cannot autolaunch D-Bus without X11 $DISPLAY' >&2; exit 1\n");
    }

    /** What it keeps under a service and a name; empty when that is nothing. */
    public String kept(String service, String name) throws IOException {
        Path file = folder.resolve(service + "-" + name.replace('/', '-'));
        return Files.exists(file) ? Files.readString(file) : "";
    }

    /** Puts a secret in, as another program would. */
    public void put(String service, String name, String secret) throws IOException {
        Files.writeString(folder.resolve(service + "-" + name), secret);
    }

    /** Every word of every command line so far. */
    public String words() throws IOException {
        return Files.exists(folder.resolve("words")) ? Files.readString(folder.resolve("words")) : "";
    }

    private void program(String body) throws IOException {
        Path file = folder.resolve("secret-tool");
        Files.writeString(file, "#!/bin/sh\nhere=$(dirname \"$0\")\n" + body);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}
