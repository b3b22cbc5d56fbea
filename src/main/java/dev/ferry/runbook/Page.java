package dev.ferry.runbook;

import dev.ferry.runbook.Runbook.Step;
import dev.ferry.script.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;

/** Finds the steps of one page. */
final class Page extends AbstractVisitor {

    private static final String LANGUAGE = "groovy";

    private final String name;
    private final List<Step> steps = new ArrayList<>();
    private final Map<String, Integer> timesNamed = new HashMap<>();
    private String heading = "";

    Page(String name) {
        this.name = name;
    }

    List<Step> steps(String text) {
        Parser.builder()
                .includeSourceSpans(IncludeSourceSpans.BLOCKS)
                .build()
                .parse(withoutFrontMatter(text))
                .accept(this);
        return steps;
    }

    @Override
    public void visit(Heading node) {
        heading = TextContentRenderer.builder().build().render(node).strip();
    }

    @Override
    public void visit(FencedCodeBlock fence) {
        String[] info = fence.getInfo() == null
                ? new String[0]
                : fence.getInfo().strip().split("\\s+", 2);
        if (info.length == 0 || !info[0].equalsIgnoreCase(LANGUAGE)) {
            return;
        }
        int fenceLine = fence.getSourceSpans().get(0).getLineIndex() + 1;
        steps.add(new Step(stepName(), new Source(name, fence.getLiteral(), fenceLine + 1)));
    }

    private String stepName() {
        String base = heading.isEmpty() ? "Step" : heading;
        int times = timesNamed.merge(base, 1, Integer::sum);
        return times == 1 && !heading.isEmpty() ? base : base + " " + times;
    }

    /** Blanks the lines between two {@code ---} at the top, which keeps the numbers of the lines below. */
    private static String withoutFrontMatter(String text) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        if (lines.isEmpty() || !lines.get(0).stripTrailing().equals("---")) {
            return text;
        }
        int end = 1;
        while (end < lines.size() && !lines.get(end).stripTrailing().equals("---")) {
            end++;
        }
        if (end == lines.size()) {
            return text;
        }
        for (int index = 0; index <= end; index++) {
            lines.set(index, "");
        }
        return String.join("\n", lines);
    }
}
