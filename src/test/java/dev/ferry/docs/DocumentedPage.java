package dev.ferry.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * A page of the documentation as a test reads it. Three kinds of fences stand in such a page:
 *
 * <ul>
 *   <li>{@code console}: after {@code $ } a command for a POSIX shell, then what it prints;
 *   <li>{@code ferry}: after a prompt a line for Ferry's shell, then what it prints; all of a page are one session;
 *   <li>{@code groovy NAME}: the text of a file of that name.
 * </ul>
 *
 * <p>In what is printed, {@code …} stands for any text, and a line of its own for any lines.
 */
record DocumentedPage(Path file, List<Block> blocks) {

    /** A fence: the line it starts on, its kind, the name after the kind, its lines. */
    record Block(int line, String kind, String name, List<String> lines) {}

    /** Something typed and the lines printed after it. */
    record Exchange(int line, String typed, List<String> printed) {}

    private static final Pattern PROMPT = Pattern.compile("^(?:\\$|ferry [^>]*>) (.*)$");
    private static final Pattern CONTINUATION = Pattern.compile("^(?:>|\\.\\.\\.) (.*)$");

    static DocumentedPage read(Path file) {
        try {
            List<Block> blocks = new ArrayList<>();
            Node page = Parser.builder()
                    .includeSourceSpans(IncludeSourceSpans.BLOCKS)
                    .build()
                    .parse(Files.readString(file));
            page.accept(new AbstractVisitor() {
                @Override
                public void visit(FencedCodeBlock fence) {
                    String[] info = (fence.getInfo() + " ").split(" ", 2);
                    int line = fence.getSourceSpans().get(0).getLineIndex() + 1;
                    blocks.add(new Block(
                            line,
                            info[0],
                            info[1].strip(),
                            fence.getLiteral().lines().toList()));
                }
            });
            return new DocumentedPage(file, blocks);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Stream<Block> blocks(String kind) {
        return blocks.stream().filter(block -> block.kind().equals(kind));
    }

    /** What a block types, each with what it prints; continuation lines belong to what is typed. */
    static List<Exchange> exchanges(Block block) {
        List<Exchange> exchanges = new ArrayList<>();
        int number = block.line();
        for (String line : block.lines()) {
            number++;
            var prompt = PROMPT.matcher(line);
            var continuation = CONTINUATION.matcher(line);
            Exchange last = exchanges.isEmpty() ? null : exchanges.get(exchanges.size() - 1);
            if (prompt.matches()) {
                exchanges.add(new Exchange(number, prompt.group(1), new ArrayList<>()));
            } else if (last == null) {
                throw new IllegalStateException("line " + number + " comes before anything typed: " + line);
            } else if (continuation.matches() && last.printed().isEmpty()) {
                exchanges.set(
                        exchanges.size() - 1,
                        new Exchange(last.line(), last.typed() + "\n" + continuation.group(1), last.printed()));
            } else {
                last.printed().add(line);
            }
        }
        return exchanges;
    }

    /** A pattern for printed lines, to be looked for in an output. */
    static Pattern pattern(List<String> printed) {
        String lines = printed.stream()
                .map(String::stripTrailing)
                .filter(line -> !line.isEmpty())
                .map(line -> line.strip().equals("…") ? "(?:.*\\R)*?" : line(line))
                .collect(Collectors.joining());
        return Pattern.compile("(?m)" + lines);
    }

    private static String line(String line) {
        return Stream.of(line.split("…", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*", "^", "[ \\t]*(?:\\R+|\\z)"));
    }
}
