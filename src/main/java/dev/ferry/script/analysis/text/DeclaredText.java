package dev.ferry.script.analysis.text;

import java.util.List;
import org.codehaus.groovy.ast.ASTNode;

/** The text of what was declared somewhere, between the places that the parser noted, which count from 1. */
public final class DeclaredText {

    private DeclaredText() {}

    /**
     * The text of a node.
     *
     * @param lines the text that was compiled, line by line
     * @return empty for a node that is not of the text
     */
    public static String of(ASTNode node, List<String> lines) {
        int first = node.getLineNumber() - 1;
        int last = node.getLastLineNumber() - 1;
        if (first < 0 || last >= lines.size() || first > last) {
            return "";
        }
        StringBuilder source = new StringBuilder();
        for (int index = first; index <= last; index++) {
            String line = lines.get(index);
            int end = index == last ? Math.min(node.getLastColumnNumber() - 1, line.length()) : line.length();
            int start = index == first ? Math.min(node.getColumnNumber() - 1, end) : 0;
            source.append(line, start, end).append(index == last ? "" : "\n");
        }
        return source.toString();
    }
}
