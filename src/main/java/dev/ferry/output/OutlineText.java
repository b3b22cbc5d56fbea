package dev.ferry.output;

import java.util.Iterator;

/** An outline drawn with branches, a line a node, cut to the width of the page. */
final class OutlineText {
    private static final String GAP = "  ";

    /** What stands before a line, and before the lines below it. */
    private record Branch(String middle, String last, String through, String past) {
        String before(boolean isLast) {
            return isLast ? last : middle;
        }

        String below(boolean isLast) {
            return isLast ? past : through;
        }
    }

    private static final Branch DRAWN = new Branch("├─ ", "└─ ", "│  ", "   ");
    private static final Branch ASCII = new Branch("|- ", "`- ", "|  ", "   ");

    private final Page page;
    private final Branch branch;

    private OutlineText(Page page) {
        this.page = page;
        this.branch = page.looks().drawing() ? DRAWN : ASCII;
    }

    static void write(Outline root, Page page) {
        var text = new OutlineText(page);
        text.line("", root);
        text.children(root, "");
    }

    private void children(Outline node, String margin) {
        Iterator<Outline> children = node.children().iterator();
        while (children.hasNext()) {
            Outline child = children.next();
            boolean last = !children.hasNext();
            line(margin + branch.before(last), child);
            children(child, margin + branch.below(last));
        }
    }

    private void line(String margin, Outline node) {
        String label = Cell.scalar(Redactor.redact(node.label()));
        String note = node.note() == null ? "" : Cell.scalar(Redactor.redact(node.note()));
        String begun = margin + label;
        String fitted = fitted(begun, page.width());
        int left = page.isEndless() ? page.width() : page.width() - TextWidth.of(begun) - GAP.length();
        page.line(note.isEmpty() || left < 1 ? fitted : fitted + GAP + Ink.DIM.on(fitted(note, left), page.coloured()));
    }

    private String fitted(String text, int width) {
        return page.isEndless() ? text : TextWidth.cut(text, width);
    }
}
