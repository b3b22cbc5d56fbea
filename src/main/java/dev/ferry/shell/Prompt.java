package dev.ferry.shell;

import dev.ferry.api.Timespan;
import dev.ferry.guard.Mode;
import dev.ferry.guard.SessionMode;
import dev.ferry.profile.Profile;
import java.time.Duration;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jspecify.annotations.Nullable;

/** Says before every line whom the next one will hit, and whether it may change anything. In words; colour only repeats them. */
record Prompt(Profile profile, SessionMode mode) {
    private static final AttributedStyle WRITABLE = AttributedStyle.BOLD.foreground(AttributedStyle.RED);
    private static final AttributedStyle HARMLESS = AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN);

    /** As {@code  29m}: what is begun counts, and the last minute in seconds. */
    private static String shortly(Duration left) {
        long minutes = left.plusSeconds(59).toMinutes();
        return " " + (minutes > 1 ? Timespan.text(Duration.ofMinutes(minutes)) : left.toSeconds() + "s");
    }

    /** As {@code ferry acme PROD read-only> }, or {@code ferry acme PROD writable 29m> }. */
    AttributedString text() {
        @Nullable String environment = profile.environment();
        boolean sandbox = "SANDBOX".equals(environment);
        AttributedStringBuilder text = new AttributedStringBuilder().append("ferry ");
        // The sandbox is no profile of anybody's: its word says it all.
        if (!sandbox) {
            text.append(profile.name()).append(' ');
        }
        if (environment != null) {
            text.append(environment, AttributedStyle.BOLD).append(' ');
        }
        Mode now = mode.now();
        boolean harmless = now != Mode.WRITABLE || sandbox;
        String left = mode.left().map(Prompt::shortly).orElse("");
        text.append(now + left, harmless ? HARMLESS : WRITABLE);
        if (now == Mode.REHEARSAL) {
            text.append(" SIMULATED", HARMLESS);
        }
        return text.append("> ").toAttributedString();
    }
}
