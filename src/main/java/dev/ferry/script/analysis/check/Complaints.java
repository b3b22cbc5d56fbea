package dev.ferry.script.analysis.check;

import dev.ferry.output.Suggestion;
import dev.ferry.script.analysis.type.TypeCheck;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.codehaus.groovy.ast.ASTNode;

/** What is wrong with a text, gathered in any order. */
final class Complaints {

    private final List<String> lines;
    private final Set<Diagnostic> found = new LinkedHashSet<>();

    Complaints(String text) {
        this.lines = text.lines().toList();
    }

    /** Something wrong at a node of the tree; nodes that are not of the text are left out. */
    void add(ASTNode at, String message, String suggestion) {
        int line = at.getLineNumber() - TypeCheck.LINES_BEFORE;
        int last = at.getLastLineNumber() - TypeCheck.LINES_BEFORE;
        int end = last == line ? at.getLastColumnNumber() : Integer.MAX_VALUE;
        add(line, at.getColumnNumber(), end, message, suggestion);
    }

    /** The same with the nearest of the names that would have been right. */
    void add(ASTNode at, String message, String wrong, Collection<String> known) {
        add(at, message, Suggestion.nearest(wrong, known).orElse(""));
    }

    /** Something wrong at a place of the text. */
    void add(int line, int column, int endColumn, String message, String suggestion) {
        if (line < 1 || line > Math.max(1, lines.size())) {
            return;
        }
        int width = lines.isEmpty() ? 0 : lines.get(line - 1).length();
        int start = Math.max(1, Math.min(column, width + 1));
        int end = Math.max(start, Math.min(endColumn, width + 1));
        found.add(new Diagnostic(line, start, end, message, suggestion));
    }

    /** All of them in the order of the text, one for a place. */
    List<Diagnostic> all() {
        List<Diagnostic> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparingInt(Diagnostic::line).thenComparingInt(Diagnostic::column));
        List<Diagnostic> all = new ArrayList<>();
        for (Diagnostic each : sorted) {
            Diagnostic last = all.isEmpty() ? null : all.get(all.size() - 1);
            if (last == null || last.line() != each.line() || last.column() != each.column()) {
                all.add(each);
            }
        }
        return all;
    }
}
