package dev.ferry.shell;

import dev.ferry.script.analysis.complete.Candidate.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/**
 * What stands below the line after Tab: at first a list that gets shorter while its user types on, then, when one of them is chosen, a
 * menu to walk through. It never asks whether to show so many: it shows the best that fit, and says how many there are.
 */
final class Menu {
    /** The groups that the kinds of a candidate make, in the order of their use; others come before them. */
    private static final List<String> GROUPS =
            Arrays.stream(Kind.values()).map(Kind::label).toList();

    private static final AttributedStyle REMARK = AttributedStyle.DEFAULT.faint();

    private final int start;
    private List<Choice> choices;
    private List<Choice> shown;
    private String typed;
    private int more;
    private String remark;
    private int chosen = -1;
    private int top;
    private int width = 80;

    /** @param typed the word that the choices are for */
    Menu(Offered offered, String typed) {
        this.start = offered.start();
        this.typed = typed;
        this.more = offered.more();
        this.remark = offered.remark();
        this.choices = sorted(offered.choices());
        this.shown = choices;
    }

    private static List<Choice> sorted(List<Choice> choices) {
        return choices.stream()
                .sorted(Comparator.<Choice>comparingInt(each -> GROUPS.indexOf(each.group()))
                        .thenComparing(Choice::group))
                .toList();
    }

    /** Where in the line the word begins that a choice replaces. */
    int start() {
        return start;
    }

    /** Leaves what fits the word as it is typed by now, what begins with it first. */
    void narrow(String word) {
        typed = word;
        shown = IntStream.rangeClosed(0, 1)
                .mapToObj(distance -> choices.stream().filter(each -> each.distance(word) == distance))
                .flatMap(each -> each)
                .toList();
        shown = sorted(shown);
    }

    /** Takes what is offered for the word as it is typed by now, unless one is chosen already. */
    void renew(Offered offered) {
        if (chosen < 0 && offered.start() == start) {
            choices = sorted(offered.choices());
            shown = choices;
            more = offered.more();
            remark = offered.remark();
        }
    }

    boolean isEmpty() {
        return shown.isEmpty();
    }

    /** Whether something else may be offered for more letters than what is left by {@link #narrow}. */
    boolean isPartial() {
        return more > 0 || !remark.isEmpty() || choices.stream().anyMatch(Choice::matched);
    }

    /** Walks on by this many choices, from the last to the first again. */
    Choice step(int count) {
        return choose(chosen < 0 && count > 0 ? count - 1 : chosen + count);
    }

    /** Walks to a choice beside, above or below. */
    Choice walk(int down, int right) {
        return choose(chosen < 0 ? 0 : whole().beside(chosen, down, right));
    }

    private Choice choose(int place) {
        chosen = Math.floorMod(place, shown.size());
        return shown.get(chosen);
    }

    private Grid whole() {
        return new Grid(shown, width, Integer.MAX_VALUE);
    }

    /** The menu on a terminal of this width, in at most so many lines. */
    List<AttributedString> lines(int columns, int rows) {
        width = columns;
        if (rows <= 0 || shown.isEmpty()) {
            return List.of();
        }
        List<AttributedString> foot = foot();
        if (foot.size() >= rows) {
            foot = List.of();
        }
        List<AttributedString> lines =
                new ArrayList<>(chosen < 0 ? list(rows - foot.size()) : window(rows - foot.size()));
        lines.addAll(foot);
        return lines;
    }

    private List<AttributedString> list(int rows) {
        Grid all = new Grid(shown, width, rows);
        if (all.choices().size() == shown.size() && more == 0) {
            return all.lines(0, rows, typed, -1);
        }
        Grid best = new Grid(shown, width, rows - 1);
        List<AttributedString> lines = new ArrayList<>(best.lines(0, rows, typed, -1));
        int left = shown.size() - best.choices().size() + more;
        lines.add(remark(String.format(Locale.ROOT, "… and %,d more: type on, or Tab to walk through all", left)));
        return lines;
    }

    private List<AttributedString> window(int rows) {
        Grid grid = whole();
        if (grid.height() <= rows) {
            return grid.lines(0, rows, typed, chosen);
        }
        int count = Math.max(1, rows - 1);
        int row = grid.rowOf(chosen);
        top = Math.max(row - count + 1, Math.min(top, row));
        List<AttributedString> lines = new ArrayList<>(grid.lines(top, count, typed, chosen));
        if (rows > 1) {
            lines.add(remark("lines " + (top + 1) + " to " + (top + count) + " of " + grid.height()));
        }
        return lines;
    }

    private List<AttributedString> foot() {
        List<AttributedString> foot = new ArrayList<>();
        if (chosen >= 0 && shown.stream().anyMatch(each -> !each.documentation().isEmpty())) {
            foot.add(remark(shown.get(chosen).documentation()));
        }
        if (!remark.isEmpty()) {
            foot.add(remark(remark));
        }
        return foot;
    }

    private AttributedString remark(String text) {
        return Hint.cut(new AttributedString(text, REMARK), width);
    }
}
