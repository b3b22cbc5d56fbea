package dev.ferry.guard;

import dev.ferry.api.catalog.Risks;
import dev.ferry.api.change.Change;
import dev.ferry.output.TerminalText;
import java.util.ArrayList;
import java.util.List;

/**
 * What a person sees before a severe change leaves: what it hits, whose that is, and what cannot be undone. Nothing is cut; what does not
 * fit the width goes on in the next line.
 */
record Card(Change change, Sight sight, Whose whose) {
    private static final int NAMES = 17;
    private static final int LEAST = 16;

    List<String> lines(int width) {
        List<String> lines = new ArrayList<>();
        lines.addAll(Filled.lines("SEVERE: " + change.name() + " cannot be undone.", width));
        for (Sight.Thing thing : sight.things()) {
            row(lines, thing.word(), thing.said(), width);
        }
        for (Sight.Fact fact : sight.facts()) {
            row(lines, fact.word(), fact.text(), width);
        }
        row(lines, "environment", whose.said(), width);
        row(lines, "service", change.host() + " as " + change.who(), width);
        row(lines, "request", change.line(), width);
        row(lines, "for good", loss(), width);
        sight.remarks().forEach(remark -> row(lines, "", remark, width));
        return lines;
    }

    /** All of it in one sentence, for somebody who cannot be asked. */
    String sentence() {
        String hits = String.join(
                " of ",
                sight.things().stream()
                        .map(thing -> thing.word() + " " + thing.said())
                        .toList());
        return change.name() + (hits.isEmpty() ? " (" + change.line() + ")" : " hits " + hits)
                + " and cannot be undone.";
    }

    private String loss() {
        String loss = Risks.loss(change.method(), change.path(), change.operation(), change.body());
        return loss.isEmpty() ? "Nothing is known of what this takes away." : loss;
    }

    private static void row(List<String> lines, String name, String text, int width) {
        String left = "  " + name;
        // Line ends and runs of blanks would let a value from outside look like a row of its own.
        String shown = TerminalText.line(text).replaceAll(" {2,}", " ");
        for (String line : Filled.lines(shown, Math.max(LEAST, width - NAMES))) {
            lines.add((left + " ".repeat(Math.max(1, NAMES - left.length())) + line).stripTrailing());
            left = "";
        }
    }
}
