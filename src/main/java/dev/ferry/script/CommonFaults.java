package dev.ferry.script;

import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.codehaus.groovy.runtime.powerassert.PowerAssertionError;
import org.jspecify.annotations.Nullable;

/** Failures of Groovy and Java that everybody meets, each said in a sentence. */
final class CommonFaults {
    /** What Groovy says of a member of nothing; the group is its name. */
    static final Pattern OF_NULL =
            Pattern.compile("Cannot (?:get property|set property|invoke method) '?(\\w+)'?(\\(\\))? on null object");

    private static final Pattern CAST =
            Pattern.compile("(?s)Cannot cast object '(.*)' with class '([^']+)' to class '([^']+)'.*");
    private static final Pattern JAVA_CAST = Pattern.compile("(?s)class (\\S+) cannot be cast to class (\\S+) .*");
    private static final Pattern INDEX =
            Pattern.compile("Index:? (-?\\d+)(?: out of bounds for length |, Size: )(\\d+)");
    private static final Pattern NUMBER = Pattern.compile("For input string: \"(.*?)\".*");
    private static final Pattern EMPTY = Pattern.compile("Cannot access (\\w+)\\(\\) .*");
    private static final int LONGEST = 40;

    private CommonFaults() {}

    /** The sentence for a failure that is one of these. */
    static Optional<String> sentence(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        return Optional.ofNullable(sentence(failure, message));
    }

    private static @Nullable String sentence(Throwable failure, String message) {
        if (failure instanceof NullPointerException) {
            return ofNull(message);
        }
        if (failure instanceof PowerAssertionError) {
            return "The assertion does not hold:\n\n" + message.stripTrailing();
        }
        if (failure instanceof AssertionError) {
            return "The assertion does not hold: " + message;
        }
        if (failure instanceof ArithmeticException && message.contains("by zero")) {
            return "Something is divided by zero.";
        }
        if (failure instanceof StackOverflowError) {
            return "It calls itself without an end.";
        }
        if (failure instanceof NumberFormatException) {
            Matcher number = NUMBER.matcher(message);
            return number.matches() ? "'" + shortened(number.group(1)) + "' is not a number." : null;
        }
        if (failure instanceof IndexOutOfBoundsException) {
            Matcher index = INDEX.matcher(message);
            return index.find()
                    ? "There is no element " + index.group(1) + ": there are " + index.group(2) + ", counted from 0."
                    : null;
        }
        if (failure instanceof NoSuchElementException) {
            Matcher empty = EMPTY.matcher(message);
            return empty.matches() ? "There is nothing in it, so " + empty.group(1) + "() has nothing to give." : null;
        }
        return failure instanceof ClassCastException ? cast(message) : null;
    }

    private static @Nullable String ofNull(String message) {
        Matcher member = OF_NULL.matcher(message);
        if (!member.find()) {
            return null;
        }
        String name = member.group(1) + (member.group(2) == null ? "" : "()");
        return message.startsWith("Cannot set")
                ? "'" + name + "' cannot be set: what stands before it is null."
                : "There is nothing to ask for '" + name
                        + "': what stands before it is null. With ?. in place of the dot the" + " answer is null too.";
    }

    private static @Nullable String cast(String message) {
        Matcher groovy = CAST.matcher(message);
        if (groovy.matches()) {
            return "'" + shortened(groovy.group(1)) + "' is of type " + simple(groovy.group(2)) + " and cannot become "
                    + simple(groovy.group(3)) + ".";
        }
        Matcher java = JAVA_CAST.matcher(message);
        return java.matches()
                ? "A value of type " + simple(java.group(1)) + " cannot be used as " + simple(java.group(2)) + "."
                : null;
    }

    private static String simple(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    private static String shortened(String value) {
        return value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value;
    }
}
