package dev.ferry.journal;

import org.jspecify.annotations.Nullable;

/**
 * How a script names a step.
 *
 * @param name what people read
 * @param key tells steps of one name apart, such as the address that a step of a loop opens; null for none
 * @param repeats whether the script may begin several steps of this name in the step around it and gives them no key: then neither the name
 *     nor the order of the steps says which of them is which
 */
public record StepName(String name, @Nullable String key, boolean repeats) {
    /** A step that the script begins once. */
    public static StepName of(String name) {
        return new StepName(name, null, false);
    }
}
