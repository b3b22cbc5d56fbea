package dev.ferry.shell.command;

import dev.ferry.output.Suggestion;
import java.io.PrintStream;
import java.util.List;
import org.jline.reader.Candidate;

/** {@code /set [name [value]]}. */
public record SetCommand(Settings settings, PrintStream out) implements Command {
    @Override
    public String name() {
        return "/set";
    }

    @Override
    public String arguments() {
        return "[name [value]]";
    }

    @Override
    public String purpose() {
        return "Shows or changes a setting of this session: output, mode, hints, bell…";
    }

    @Override
    public void run(String arguments) {
        String[] words = arguments.split("[\\s=]+");
        if (arguments.isEmpty()) {
            settings.all().forEach(this::show);
            return;
        }
        Settings.Setting setting = find(words[0]);
        if (words.length == 1) {
            show(setting);
            return;
        }
        String value = words[1];
        if (words.length > 2 || !setting.values().contains(value)) {
            String given = String.join(" ", List.of(words).subList(1, words.length));
            throw new CommandException("'" + setting.name() + "' cannot be '" + given + "': choose one of "
                    + String.join(", ", setting.values()) + "." + Suggestion.didYouMean(value, setting.values()));
        }
        setting.set().accept(value);
    }

    @Override
    public List<Candidate> complete(String arguments) {
        int blank = arguments.indexOf(' ');
        if (blank < 0) {
            return settings.all().stream()
                    .map(each -> new Candidate(each.name(), each.name(), null, each.purpose(), null, null, true))
                    .toList();
        }
        return settings.all().stream()
                .filter(each -> each.name().equals(arguments.substring(0, blank)))
                .flatMap(each -> each.values().stream())
                .map(Candidate::new)
                .toList();
    }

    private Settings.Setting find(String name) {
        List<String> names = settings.all().stream().map(Settings.Setting::name).toList();
        return settings.all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new CommandException("There is no setting '" + name + "'."
                        + Suggestion.didYouMean(name, names) + " There are " + String.join(", ", names) + "."));
    }

    private void show(Settings.Setting setting) {
        out.printf(
                "  %-8s %-10s %s (%s)%n",
                setting.name(), setting.get().get(), setting.purpose(), String.join(", ", setting.values()));
    }
}
