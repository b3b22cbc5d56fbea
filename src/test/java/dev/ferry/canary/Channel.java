package dev.ferry.canary;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Everywhere that something can be seen of a run. Title and place are those of docs/security.md. A channel that is files knows
 * them by a pattern, so that a file that belongs to none of them is noticed.
 */
public enum Channel {
    SCREEN("screen", "standard output and error, the terminal with its scroll-back and title", ""),
    ERRORS("failures", "exception texts, stack traces, failed assertions", ""),
    WIRE_LOG("wire log", "`--debug`, `/set debug on`, `/calls`", ""),
    HISTORY("history", "`$XDG_STATE_HOME/ferry/history`", "state/history(-\\d+)?(\\.lock)?"),
    JOURNAL("journal", "`$XDG_STATE_HOME/ferry/runs/`", "state/runs(/.*)?"),
    MIGRATIONS("migrations", "`$XDG_STATE_HOME/ferry/migrations.json`", "state/\\.?migrations\\.json.*"),
    TOKENS("access tokens", "`$XDG_STATE_HOME/ferry/tokens/`", "state/tokens(/.*)?", Planted.ACCESS_TOKEN),
    NAMES("names", "`$XDG_CACHE_HOME/ferry/names/`", "cache/names(/.*)?"),
    COMPILED("compiled scripts", "`$XDG_CACHE_HOME/ferry/scripts/`", "cache/scripts(/.*)?"),
    // The sandbox knows the password of a source of its own: it stands in its classes.
    CLASSES(
            "class archives",
            "`$XDG_CACHE_HOME/ferry/*.archive`",
            "cache/java-[^/]+\\.archive(\\.failed|\\.making/.*)?",
            Planted.SOURCE_PASSWORD),
    SETTINGS(
            "settings",
            "`$XDG_CONFIG_HOME/ferry/config.toml`",
            "config/config\\.toml",
            Planted.SETTINGS_FILE,
            Planted.API_KEY),
    CATALOG("own catalog", "`$XDG_CONFIG_HOME/ferry/catalog/`", "config/catalog(/.*)?"),
    TEMPORARY("temporary files", "the folder for temporary files", ""),
    OUTPUT("files that are asked for", "`> file`, `to:`, `/save`, `--plan-out`, exports, editor files", "work/.*"),
    COMMAND_LINE("process list", "`/proc/*/cmdline`, `jcmd VM.command_line`, system properties", "", Planted.ARGUMENT),
    CHILDREN("child processes", "arguments and environment of editor, pager, secret command, keyring program", "");

    private final String title;
    private final String place;
    private final Pattern files;
    private final Set<Planted> mayHold;

    Channel(String title, String place, String files, Planted... mayHold) {
        this.title = title;
        this.place = place;
        this.files = Pattern.compile(files);
        this.mayHold = Set.of(mayHold);
    }

    String title() {
        return title;
    }

    String place() {
        return place;
    }

    /** Whether this is where the secret is kept on purpose, for its owner alone. */
    boolean mayHold(Planted kind) {
        return mayHold.contains(kind);
    }

    /** What is planted beside the secrets and has to be found here: a channel that nobody has looked at would pass otherwise. */
    String mark() {
        return switch (this) {
            case TOKENS -> "access_token";
            case CLASSES -> "dev/ferry/output/Secret";
            default -> Planted.MARK;
        };
    }

    /** The channel that a file belongs to. @param file with slashes, below {@code config}, {@code state}, {@code cache} or {@code work} */
    static Optional<Channel> of(Path file) {
        String name = file.toString().replace('\\', '/');
        return list().stream()
                .filter(each -> each.files.matcher(name).matches())
                .findFirst();
    }

    static List<Channel> list() {
        return Arrays.asList(values());
    }
}
