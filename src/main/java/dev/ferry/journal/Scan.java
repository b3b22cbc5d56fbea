package dev.ferry.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds the bytes of a journal against its chain, line by line, up to the first line that does not fit. */
final class Scan {
    private final byte[] bytes;
    private final Lines lines = new Lines();
    private final List<Entry> entries = new ArrayList<>();
    private final List<Map<String, Object>> written = new ArrayList<>();
    private final List<String> sums = new ArrayList<>();
    private Verdict verdict = Verdict.WHOLE;
    private int from;
    private boolean withoutEnd;

    private Scan(byte[] bytes) {
        this.bytes = bytes;
    }

    static Scan of(byte[] bytes) {
        Scan scan = new Scan(bytes);
        while (scan.from < bytes.length && scan.verdict.line() == 0) {
            scan.line();
        }
        return scan;
    }

    Journal journal(Path file, Optional<Seal> seal) {
        Verdict empty = bytes.length == 0 ? Verdict.EMPTY : verdict;
        return new Journal(
                file,
                entries,
                written,
                seal.isPresent() && verdict.isTrusted() ? seal.get().judge(verdict, sums) : empty);
    }

    Verdict verdict() {
        return verdict;
    }

    /** How many lines fit. */
    int count() {
        return sums.size();
    }

    /** The sum of the last line that fits. */
    String sum() {
        return sums.isEmpty() ? Chain.START : sums.get(sums.size() - 1);
    }

    /** How many bytes the lines take that fit. */
    long fitting() {
        return from;
    }

    /** Whether of the last line that fits only the end of the line is missing. */
    boolean isWithoutEnd() {
        return withoutEnd;
    }

    private void line() {
        int end = endOfLine(from);
        byte[] line = Arrays.copyOfRange(bytes, from, end);
        long number = sums.size() + 1L;
        Optional<Chain.Link> link = Chain.link(line);
        Optional<Lines.Read> read = link.flatMap(found -> lines.read(found.json()));
        Optional<Entry> entry = read.map(Lines.Read::entry);
        boolean fits = link.isPresent()
                && entry.isPresent()
                && entry.get().line() == number
                && link.get().follows(sum());
        boolean last = end == bytes.length;
        if (last && (fits || isBeginning(line, number))) {
            verdict = new Verdict(
                    Verdict.State.TORN,
                    number,
                    "its last line is not whole: the power, the disk or the process failed while it was written");
            withoutEnd = fits;
        } else if (!fits) {
            verdict = new Verdict(Verdict.State.CHANGED, number, doubt(link, entry, number, end));
        }
        if (fits) {
            entries.add(entry.get());
            written.add(read.get().fields());
            sums.add(link.get().sum());
            from = Math.min(end + 1, bytes.length);
        }
    }

    private int endOfLine(int start) {
        int end = start;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        return end;
    }

    /** Whether a line that has no end may be the beginning of one that was being written. */
    private boolean isBeginning(byte[] line, long number) {
        if (line.length > 1
                && Chain.link(Arrays.copyOf(line, line.length - 1))
                        .filter(link -> link.follows(sum()))
                        .isPresent()) {
            return false;
        }
        // A disk may have made room for what it had no time to write.
        String text = new String(line, UTF_8).replaceAll("\0+$", "");
        String first = "{\"n\":" + number + ",\"time\":\"";
        return text.startsWith(first) || first.startsWith(text);
    }

    private String doubt(Optional<Chain.Link> link, Optional<Entry> entry, long number, int end) {
        if (link.isEmpty() || entry.isEmpty()) {
            return "it is no line of a journal; it was changed or put there";
        }
        long says = entry.get().line();
        if (says != number) {
            return "it says that it is line " + says + "; lines were "
                    + (says > number ? "removed before it, or swapped" : "put before it, or swapped");
        }
        boolean nextFollows = end + 1 < bytes.length
                && Chain.link(Arrays.copyOfRange(bytes, end + 1, endOfLine(end + 1)))
                        .filter(next -> next.follows(link.get().sum()))
                        .isPresent();
        return nextFollows
                ? "it was changed, or a line before it was put there or taken away"
                : "it does not follow from the line before it; one of them was changed";
    }
}
