package dev.ferry.shell;

import java.util.List;

/**
 * What may stand at the cursor.
 *
 * @param start first character of the line that a choice replaces
 * @param end first character behind what it replaces
 * @param choices best first; they need not begin with what is typed
 * @param more how many others there are that are not so good
 * @param remark what a person should know of the list, such as that it is old; empty when it is as it should be
 */
record Offered(int start, int end, List<Choice> choices, int more, String remark) {
    Offered {
        choices = List.copyOf(choices);
    }
}
