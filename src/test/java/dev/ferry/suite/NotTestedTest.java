package dev.ferry.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The line at the end of a build. */
final class NotTestedTest {
    @Test
    void what_was_left_out_is_one_line_with_what_to_install() {
        assertEquals(
                "Not tested: what is switched off (1 test), needs /dev/full (1 test), needs curl (1 test),"
                        + " needs prlimit (1 test), needs tmux (2 tests). To test it, install: curl util-linux tmux",
                NotTested.line(List.of(
                        "needs tmux\ta",
                        "needs curl\tb",
                        "needs prlimit\tc",
                        "needs tmux\td",
                        "needs /dev/full\te",
                        "is switched off\tf")));
    }

    @Test
    void where_everything_was_tested_nothing_is_said() {
        assertEquals("", NotTested.line(List.of()));
    }
}
