package dev.ferry.api.argument;

import dev.ferry.api.catalog.ValueType;
import dev.ferry.api.failure.CallRefusedException;
import dev.ferry.output.Suggestion;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The sentences by which arguments are refused, for calls of services and calls by name alike. Each begins with the call and
 * names the argument, and none repeats a value that may be secret.
 */
public final class ArgumentRefusal {
    private ArgumentRefusal() {}

    /** The refusal of a call, for the problem that follows its name. */
    public static CallRefusedException because(String call, String problem) {
        return new CallRefusedException(CallRefusedException.Why.BAD_ARGUMENT, call + " " + problem, null);
    }

    /** The refusal of a call that lacks this argument. */
    public static CallRefusedException missing(String call, String argument) {
        return because(call, "needs the argument '" + argument + "'");
    }

    static CallRefusedException unknown(String call, String argument, Collection<String> known) {
        String meant = Suggestion.orDidYouMean(argument, known);
        String instead = known.isEmpty() ? "; it takes none" : "; it takes " + String.join(", ", known);
        return because(call, "takes no argument '" + argument + "'" + (meant.isEmpty() ? instead : meant));
    }

    /** Refuses a value of another type. */
    static void check(String call, String argument, Object value, ValueType type) {
        if (!type.takes().test(value)) {
            throw because(call, "'" + argument + "' takes " + type.words() + otherwise(value, type));
        }
    }

    /** How a value differs from what is taken: which of several choices was meant, or what it is. */
    static String otherwise(@Nullable Object value, ValueType type) {
        if (value == null) {
            return ", not null";
        }
        return value instanceof CharSequence text && !type.choices().isEmpty()
                ? Suggestion.orDidYouMean(text.toString(), type.choices())
                : ", not " + ValueType.wordsFor(value);
    }

    /** What may go into a path, or a refusal. */
    static Object inPath(String call, String name, @Nullable Object value) {
        if (value == null || value.toString().isEmpty()) {
            throw because(call, "needs a value for '" + name + "'");
        }
        if (value.toString().equals(".") || value.toString().equals("..")) {
            throw because(call, "'" + name + "' cannot be '" + value + "'");
        }
        ValueType type = ValueType.inPath(name);
        if (!type.takes().test(value.toString())) {
            throw because(call, "'" + name + "' is '" + value + "', which is not " + type.words());
        }
        return value;
    }
}
