package dev.ferry.rehearsal.plan;

import dev.ferry.access.Verdict;
import dev.ferry.api.Timespan;
import dev.ferry.api.catalog.Risk;
import dev.ferry.api.json.JsonFormat;
import dev.ferry.output.Ink;
import dev.ferry.output.Redactor;
import dev.ferry.output.ShellWord;
import dev.ferry.output.TextWidth;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A plan as people read it: a card for each change, in lines that fit a width. Every card says that it is simulated. */
public final class PlanText {
    private static final String SIMULATED = "SIMULATED";
    private static final String NONE = "the documentation names none";

    private final int width;
    private final boolean coloured;

    /** @param width columns of a line; {@link Integer#MAX_VALUE} where nothing has to fit */
    public PlanText(int width, boolean coloured) {
        this.width = width;
        this.coloured = coloured;
    }

    /** The whole plan. */
    public List<String> of(Plan plan) {
        List<String> lines = new ArrayList<>(head(plan));
        for (Planned change : plan.changes()) {
            lines.add("");
            lines.addAll(card(change));
        }
        lines.addAll(tail(plan));
        return lines.stream().map(Redactor::redact).toList();
    }

    private List<String> head(Plan plan) {
        int count = plan.changes().size();
        Subject subject = plan.subject();
        List<String> lines = new ArrayList<>();
        lines.addAll(bold(SIMULATED + ": plan of " + subject.script() + ", "
                + (count == 0 ? "no change" : count == 1 ? "1 change" : count + " changes")
                + (plan.whole() ? "" : " before it ended early") + ". Nothing was changed."));
        StringBuilder whose = new StringBuilder("profile ").append(subject.profile());
        if (!subject.environment().isEmpty()) {
            whose.append(' ').append(subject.environment());
        }
        for (Subject.Party party : subject.parties()) {
            whose.append("; ").append(party.side().binding()).append(": ").append(party.host());
            whose.append(" as ").append(party.who());
        }
        lines.addAll(Card.broken(whose.toString(), width));
        return lines;
    }

    /** One change. */
    public List<String> card(Planned change) {
        List<String> lines = new ArrayList<>();
        lines.addAll(title(change));
        Card card = new Card(width);
        card.add("request", change.line());
        String label = "hits";
        for (Named hit : change.hits()) {
            card.add(label, hit.toString());
            label = "";
        }
        card.add("in", where(change));
        if (change.afterSeconds() > 0) {
            card.add("when", Timespan.text(Duration.ofSeconds(change.afterSeconds())) + " after the start, simulated");
        }
        card.add("roles", roles(change.roles()));
        card.add(
                "confirm",
                change.confirm().stream().findFirst().map(ShellWord::of).orElse(""));
        card.add("for good", change.loss());
        label = "warning";
        for (String warning : change.warnings()) {
            card.add(label, warning);
            label = "";
        }
        if (change.body() != null) {
            card.add("body", new JsonFormat().write(change.body()).utf8());
        }
        lines.addAll(card.lines());
        return lines;
    }

    /** In two lines where one is too narrow. */
    private List<String> title(Planned change) {
        boolean severe = change.risk() == Risk.SEVERE;
        String name = number(change) + change.operation();
        String marks = (severe ? Ink.RED.on("SEVERE", coloured) + "  " : "") + Ink.DIM.on(SIMULATED, coloured);
        int columns = TextWidth.of(name + (severe ? "  SEVERE  " : "  ") + SIMULATED);
        if (columns <= width) {
            return List.of(number(change) + Ink.BOLD.on(change.operation(), coloured) + "  " + marks);
        }
        List<String> lines = new ArrayList<>(bold(name));
        lines.add(" ".repeat(number(change).length()) + marks);
        return lines;
    }

    private static String number(Planned change) {
        String number = String.valueOf(change.number());
        return number + " ".repeat(Math.max(1, 3 - number.length()));
    }

    private static String where(Planned change) {
        List<String> where = new ArrayList<>();
        if (change.organization() != null) {
            where.add(change.organization().toString());
        }
        if (!change.environment().isEmpty()) {
            where.add(change.environment());
        }
        where.add(change.host());
        return String.join(", ", where);
    }

    private static String roles(Verdict roles) {
        String needed = roles.needed().isEmpty() ? NONE : "needs " + String.join(" or ", roles.needed());
        return switch (roles.kind()) {
            case ALLOWED -> needed + "; held: " + String.join(", ", roles.held());
            case REFUSED ->
                needed + "; NOT held"
                        + (roles.held().isEmpty() ? "" : ", only " + String.join(", ", roles.held()))
                        + ": the answer will be 401 or 403";
            case UNKNOWN -> needed + (roles.needed().isEmpty() ? "" : "; held: unknown, " + roles.reason());
        };
    }

    private List<String> tail(Plan plan) {
        List<String> lines = new ArrayList<>();
        List<Planned> forbidden = plan.forbidden();
        if (!forbidden.isEmpty()) {
            part(lines, "Will be refused with 401 or 403:");
            forbidden.forEach(
                    change -> point(lines, change.number() + " " + change.operation() + " " + roles(change.roles())));
        }
        if (!plan.asked().isEmpty()) {
            part(lines, "Questions the real run will ask again:");
            plan.asked()
                    .forEach(each -> point(
                            lines,
                            each.question()
                                    + (each.yes()
                                            ? " Here: yes. Without a terminal: " + ShellWord.of(each.option())
                                            : " Here: no. Only a terminal can answer that.")));
        }
        if (!plan.notes().isEmpty()) {
            part(lines, "To know:");
            plan.notes().forEach(note -> point(lines, note));
        }
        if (!plan.whole()) {
            part(lines, "The rehearsal ended before the script did:");
            point(lines, plan.failure());
        }
        return lines;
    }

    private void part(List<String> lines, String title) {
        lines.add("");
        lines.addAll(bold(title));
    }

    private void point(List<String> lines, String text) {
        String left = "  - ";
        for (String line : Card.broken(text, width == Integer.MAX_VALUE ? width : Math.max(1, width - left.length()))) {
            lines.add(left + line);
            left = "    ";
        }
    }

    private List<String> bold(String text) {
        return Card.broken(text, width).stream()
                .map(line -> Ink.BOLD.on(line, coloured))
                .toList();
    }
}
