package dev.ferry.shell.command;

import dev.ferry.output.Streams;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** {@code /history}. The lines it knows have lost their secrets already. */
public record HistoryCommand(Supplier<List<String>> lines, Predicate<String> prefill, Streams streams)
        implements Command {
    private static final int SHOWN = 50;

    @Override
    public String name() {
        return "/history";
    }

    @Override
    public String arguments() {
        return "[N | WORDS… [-n N]]";
    }

    @Override
    public String purpose() {
        return "Shows the last lines with their numbers, or those with all of the words; line N comes to the prompt.";
    }

    @Override
    public boolean inBackground() {
        return false;
    }

    @Override
    public void run(String arguments) {
        List<String> words = new ArrayList<>(Words.of(arguments));
        List<String> all = lines.get();
        if (words.size() == 1 && words.get(0).matches("\\d{1,6}")) {
            one(Integer.parseInt(words.get(0)), all);
            return;
        }
        int most = most(words);
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            String line = all.get(i).toLowerCase(Locale.ROOT);
            // A search would always find itself, and the ones before it.
            boolean search = !words.isEmpty() && line.strip().startsWith(name() + " ");
            if (!search && words.stream().allMatch(word -> line.contains(word.toLowerCase(Locale.ROOT)))) {
                found.add(i);
            }
        }
        int width = String.valueOf(all.size()).length() + 2;
        for (int index : found.subList(Math.max(0, found.size() - most), found.size())) {
            String number = String.format(Locale.ROOT, "%" + width + "d  ", index + 1);
            // A text of many lines stays one under its number.
            streams.out().println(number + all.get(index).replace("\n", "\n" + " ".repeat(width + 2)));
        }
    }

    private static int most(List<String> words) {
        int option = words.indexOf("-n");
        if (option < 0) {
            return words.isEmpty() ? SHOWN : Integer.MAX_VALUE;
        }
        if (option + 1 == words.size() || !words.get(option + 1).matches("[1-9]\\d{0,6}")) {
            throw new CommandException("-n takes a number of lines, as in: /history clusters -n 10");
        }
        int most = Integer.parseInt(words.remove(option + 1));
        words.remove(option);
        return most;
    }

    private void one(int number, List<String> all) {
        if (number < 1 || number > all.size()) {
            throw new CommandException("There is no line " + number + ": they go from 1 to " + all.size() + ".");
        }
        String line = all.get(number - 1);
        if (!prefill.test(line)) {
            streams.out().println(line);
        }
    }
}
