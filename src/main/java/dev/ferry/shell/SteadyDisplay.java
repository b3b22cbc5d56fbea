package dev.ferry.shell;

import org.jline.terminal.Terminal;
import org.jline.utils.Display;

/**
 * JLine's display, but for the way back from the lines below: by way of the left edge. Terminals do not agree how wide some letters are
 * (an ellipsis, an arrow, whatever is new in Unicode); counted from the end of a line with such a letter, the cursor would come to stand
 * in the midst of what is typed.
 */
final class SteadyDisplay extends Display {
    SteadyDisplay(Terminal terminal, int rows, int columns) {
        super(terminal, false);
        resize(rows, columns);
    }

    @Override
    protected int moveVisualCursorTo(int target) {
        int row = target / columns1;
        if (row < cursorPos / columns1 && target % columns1 != 0) {
            super.moveVisualCursorTo(row * columns1);
        }
        return super.moveVisualCursorTo(target);
    }
}
