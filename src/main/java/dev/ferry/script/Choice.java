package dev.ferry.script;

import dev.ferry.api.Listing;
import dev.ferry.api.LookupException;
import dev.ferry.api.Named;
import dev.ferry.script.ScriptException.Kind;
import dev.ferry.script.ScriptException.Place;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One of several, chosen by an option of the script.
 *
 * @param option the option, such as {@code --project}
 * @param from what there is to choose from
 */
record Choice<T extends Named>(String option, Listing<T> from) {

    private static final int NAMED = 10;

    /**
     * The one with this name or id; without one, the only one.
     *
     * @param usual ids of what is meant when nobody says which
     * @param first whether the first of several will do
     * @param note is told which one that was
     */
    T of(@Nullable String nameOrId, Set<String> usual, boolean first, Consumer<String> note) {
        if (nameOrId != null) {
            try {
                return from.getAt(nameOrId);
            } catch (LookupException e) {
                throw wrong(option + " " + nameOrId + ": " + e.getMessage(), e);
            }
        }
        List<T> all = from.toList();
        if (all.isEmpty()) {
            throw wrong("There is nothing to choose from for " + option + ".", null);
        }
        List<T> meant = all.stream()
                .filter(each -> usual.contains(String.valueOf(each.id())))
                .toList();
        if (all.size() > 1 && meant.size() == 1) {
            note.accept("The profile means " + option + " '" + label(meant.get(0)) + "'");
            return meant.get(0);
        }
        if (all.size() > 1 && !first) {
            String names = String.join(
                    ", ", all.stream().limit(NAMED).map(Choice::label).toList());
            throw wrong(
                    "Say which one with " + option + ": " + names
                            + (all.size() > NAMED ? " and " + (all.size() - NAMED) + " more" : "") + ".",
                    null);
        }
        T chosen = all.get(0);
        if (all.size() > 1) {
            note.accept("Sandbox: taking the first of " + all.size() + ", " + option + " '" + label(chosen) + "'");
        }
        return chosen;
    }

    private static String label(Named named) {
        @Nullable String name = named.name();
        return name != null ? name : String.valueOf(named.id());
    }

    private static ScriptException wrong(String message, @Nullable Throwable cause) {
        return new ScriptException(Kind.WRONG_ARGUMENTS, new Place("", 0, 0, ""), null, message, cause);
    }
}
