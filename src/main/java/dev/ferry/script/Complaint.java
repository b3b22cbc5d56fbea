package dev.ferry.script;

import dev.ferry.output.Frame;
import dev.ferry.output.Ink;
import dev.ferry.output.Redactor;
import dev.ferry.output.Streams;
import dev.ferry.script.analysis.check.Diagnostic;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A mistake in a file, or something that could be better, as compilers print it.
 *
 * @param file what people call the file: its path as typed
 * @param text the whole file
 * @param isAdvice whether it is not wrong
 */
public record Complaint(String file, String text, Diagnostic diagnostic, boolean isAdvice) {
    /** A mistake. */
    public Complaint(String file, String text, Diagnostic diagnostic) {
        this(file, text, diagnostic, false);
    }

    /** The word for how much it matters. */
    public String severity() {
        return isAdvice ? "advice" : "error";
    }

    /** In one line: {@code move.groovy:3:16: error: Clusters has no method 'lst' (did you mean 'list'?)}. */
    public String line() {
        return place() + severity() + ": " + sentence();
    }

    /** Prints them one below the other, with the place in the text where somebody looks at it. */
    public static void print(List<Complaint> complaints, Streams streams, Streams.Stream stream) {
        PrintStream out = stream == Streams.Stream.OUT ? streams.out() : streams.err();
        for (Complaint each : complaints) {
            if (streams.isTerminal(stream)) {
                each.framed(streams, stream).forEach(out::println);
            } else {
                out.println(each.line());
            }
        }
        out.flush();
    }

    private Ink ink() {
        return isAdvice ? Ink.YELLOW : Ink.RED;
    }

    private String place() {
        return file + ":" + diagnostic.line() + ":" + diagnostic.column() + ": ";
    }

    private String sentence() {
        String message = Redactor.redact(diagnostic.message());
        if (diagnostic.suggestion().isEmpty()) {
            return message;
        }
        String open = message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
        return open + " (did you mean '" + diagnostic.suggestion() + "'?)";
    }

    /** For somebody at a terminal: the line, and below it the place in the text with carets. */
    public List<String> framed(Streams streams, Streams.Stream stream) {
        boolean coloured = streams.isColoured(stream);
        List<String> lines = new ArrayList<>();
        lines.add(Ink.BOLD.on(place(), coloured) + ink().on(severity() + ": ", coloured) + sentence());
        List<String> frame = Frame.at(text, diagnostic.line(), diagnostic.column(), diagnostic.endColumn())
                .numbered(streams.width(stream));
        lines.add(frame.get(0));
        frame.stream().skip(1).forEach(marks -> lines.add(ink().on(marks, coloured)));
        return lines;
    }
}
