package dev.ferry.shell;

import dev.ferry.script.analysis.Candidate.Kind;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;

/**
 * JLine's reader with the groups of its menu in the order of their use, properties before methods, instead of the alphabet's. This is the
 * one thing that can be said only by extending it.
 */
final class GroupedReader extends LineReaderImpl {
    private static final List<String> GROUPS =
            Arrays.stream(Kind.values()).map(Kind::label).toList();

    GroupedReader(Terminal terminal) {
        super(terminal, "ferry", null);
    }

    @Override
    protected Comparator<String> getGroupComparator() {
        return Comparator.<String>comparingInt(GROUPS::indexOf).thenComparing(Comparator.naturalOrder());
    }
}
