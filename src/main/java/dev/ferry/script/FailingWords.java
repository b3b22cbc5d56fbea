package dev.ferry.script;

import dev.ferry.api.failure.CallRefusedException;
import groovy.lang.MissingMethodException;
import groovy.lang.MissingPropertyException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the words of a line at which it failed. A stack frame knows the line only; the name of what was called, and that it
 * stands in the line once, tell the rest. Where it stands twice, nothing is said.
 */
final class FailingWords {
    private static final Pattern QUOTED = Pattern.compile("'(\\w+)'");

    /** What lies between a script and what it calls. */
    private static final Pattern MACHINERY = Pattern.compile(
            "(java\\.lang\\.(invoke|reflect)|jdk\\.internal|sun\\.)\\..*"
                    + "|org\\.codehaus\\.groovy\\.(vmplugin|reflection|runtime\\.(callsite|metaclass|dgm)).*"
                    + "|org\\.codehaus\\.groovy\\.runtime\\.(InvokerHelper|ScriptBytecodeAdapter|IteratorClosureAdapter)"
                    + "|org\\.apache\\.groovy\\.internal\\..*|groovy\\.lang\\.(MetaClassImpl|Closure|ExpandoMetaClass|DelegatingMetaClass).*");

    private final Throwable failure;
    private final String unit;

    /** @param unit the name that stack frames of the script have */
    FailingWords(Throwable failure, String unit) {
        this.failure = failure;
        this.unit = unit;
    }

    /**
     * Where they are.
     *
     * @param start index of the first letter
     * @param end index behind the last one
     */
    record Span(int start, int end) {}

    /** The words in the line at which it failed. */
    Optional<Span> in(String line) {
        String code = code(line);
        if (failure instanceof MissingPropertyException missing && missing.getProperty() != null) {
            return only(code, "(?<![\\w$])(" + Pattern.quote(missing.getProperty()) + ")(?![\\w$])");
        }
        if (failure instanceof MissingMethodException missing) {
            return called(code, missing.getMethod());
        }
        if (failure instanceof NullPointerException && failure.getMessage() != null) {
            Matcher member = CommonFaults.OF_NULL.matcher(failure.getMessage());
            if (member.find()) {
                return only(code, "\\.\\s*(" + Pattern.quote(member.group(1)) + ")(?![\\w$])");
            }
        }
        if (failure instanceof ArithmeticException) {
            return only(code, "(/|%|\\bintdiv\\b)=?");
        }
        if (failure instanceof CallRefusedException refused && refused.why() == CallRefusedException.Why.BAD_ARGUMENT) {
            Matcher argument = QUOTED.matcher(refused.problem());
            Optional<Span> named = argument.find()
                    ? only(code, "(?<![\\w$])(" + Pattern.quote(argument.group(1)) + ")\\s*:")
                    : Optional.empty();
            if (named.isPresent()) {
                return named;
            }
        }
        return nameOfCall().flatMap(name -> called(code, name));
    }

    /** What the script called last. */
    private Optional<String> nameOfCall() {
        StackTraceElement[] frames = failure.getStackTrace();
        int own = 0;
        while (own < frames.length && !unit.equals(frames[own].getFileName())) {
            own++;
        }
        for (int i = own - 1; i >= 0 && own < frames.length; i--) {
            if (!MACHINERY.matcher(frames[i].getClassName()).matches()) {
                return Optional.of(frames[i].getMethodName());
            }
        }
        return Optional.empty();
    }

    private static Optional<Span> called(String code, String name) {
        Optional<Span> call = only(code, "(?<![\\w$])(" + Pattern.quote(name) + ")\\s*[({]");
        if (call.isPresent()) {
            return call;
        }
        if (name.matches("(get|is)[A-Z].*")) {
            String rest = name.substring(name.startsWith("is") ? 2 : 3);
            String property = Character.toLowerCase(rest.charAt(0)) + rest.substring(1);
            return only(code, "(?<![\\w$])(" + Pattern.quote(property) + ")(?![\\w$])");
        }
        return only(code, "(?<![\\w$])(" + Pattern.quote(name) + ")(?![\\w$])");
    }

    private static Optional<Span> only(String code, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(code);
        List<Span> spans = new ArrayList<>();
        while (found.find() && spans.size() < 2) {
            spans.add(new Span(found.start(1), found.end(1)));
        }
        return spans.size() == 1 ? Optional.of(spans.get(0)) : Optional.empty();
    }

    /** The line with blanks in place of what is text or remark, but not of the Groovy within a text. */
    private static String code(String line) {
        StringBuilder code = new StringBuilder(line);
        char quote = 0;
        int depth = 0;
        for (int i = 0; i < line.length(); i++) {
            char letter = line.charAt(i);
            if (quote == 0) {
                if (letter == '\'' || (letter == '"' && depth == 0)) {
                    quote = letter;
                } else if (depth > 0 && letter == '}') {
                    depth--;
                    quote = depth == 0 ? '"' : 0;
                } else if (depth > 0 && letter == '{') {
                    depth++;
                } else if (line.startsWith("//", i)) {
                    code.replace(i, line.length(), " ".repeat(line.length() - i));
                    break;
                }
            } else if (letter == '\\') {
                code.setCharAt(i, ' ');
                if (i + 1 < line.length()) {
                    code.setCharAt(i + 1, ' ');
                }
                i++;
            } else if (letter == quote) {
                quote = 0;
            } else if (quote == '"' && line.startsWith("${", i)) {
                quote = 0;
                depth = 1;
                i++;
            } else {
                code.setCharAt(i, ' ');
            }
        }
        return code.toString();
    }
}
