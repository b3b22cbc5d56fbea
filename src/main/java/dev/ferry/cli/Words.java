package dev.ferry.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.IGetter;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The options and parameters of commands, said without annotations and with a factory of ours: picocli's own looks for Groovy's
 * closures, at each annotation too, and so loads all of Groovy before the prompt is there.
 */
final class Words {
    static final IFactory FACTORY = new Constructors();

    private Words() {}

    private static final class Constructors implements IFactory {
        @Override
        public <T> T create(Class<T> type) throws ReflectiveOperationException {
            return type == List.class
                    ? type.cast(new ArrayList<>())
                    : type.getDeclaredConstructor().newInstance();
        }
    }

    /** Puts a command below another. */
    static void addTo(CommandSpec parent, CommandSpec command) {
        parent.addSubcommand(command.name(), new CommandLine(command, FACTORY));
    }

    /** A command; calling it runs it. */
    static CommandSpec command(String name, Callable<Integer> action, String... description) {
        CommandSpec command = CommandSpec.wrapWithoutInspection(action, FACTORY).name(name);
        command.usageMessage().description(description).sortOptions(false).abbreviateSynopsis(true);
        return command;
    }

    /** An option without a value. */
    static OptionSpec.Builder flag(Consumer<Boolean> target, String description, String name, String... names) {
        return OptionSpec.builder(name, names)
                .arity("0")
                .type(Boolean.class)
                .description(description)
                .setter(new Target<>(Boolean.class, target));
    }

    /** An option with a value. */
    static <T> OptionSpec.Builder option(
            Class<T> type, Consumer<T> target, String label, String description, String name, String... names) {
        return OptionSpec.builder(name, names)
                .arity("1")
                .type(type)
                .paramLabel(label)
                .description(description)
                .setter(new Target<>(type, target));
    }

    /** An option with a value that may be given several times. */
    static OptionSpec.Builder several(
            Consumer<List<String>> target, String label, String description, String name, String... names) {
        Gathered values = new Gathered(target);
        return OptionSpec.builder(name, names)
                .arity("1")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .paramLabel(label)
                .description(description)
                .getter(values)
                .setter(values);
    }

    /** The one word that has to follow the command. */
    static PositionalParamSpec word(Consumer<String> target, String label, String description) {
        return PositionalParamSpec.builder()
                .index("0")
                .arity("1")
                .required(true)
                .type(String.class)
                .paramLabel(label)
                .description(description)
                .setter(new Target<>(String.class, target))
                .build();
    }

    /** A word that may follow the command. */
    static PositionalParamSpec optionalWord(Consumer<String> target, String label, String description) {
        return PositionalParamSpec.builder()
                .index("0")
                .arity("0..1")
                .type(String.class)
                .paramLabel(label)
                .description(description)
                .setter(new Target<>(String.class, target))
                .build();
    }

    /** All words from a place on. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    static PositionalParamSpec words(Consumer<List<String>> target, String index, String label, String description) {
        return PositionalParamSpec.builder()
                .index(index)
                .arity("0..*")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .paramLabel(label)
                .description(description)
                .setter(new Target<>(List.class, list -> target.accept((List<String>) list)))
                .build();
    }

    /** Where a parsed value goes. */
    private record Target<T>(Class<T> type, Consumer<T> target) implements ISetter {
        @Override
        public <V> @Nullable V set(@Nullable V value) {
            // Picocli clears every value before it parses.
            if (value != null) {
                target.accept(type.cast(value));
            }
            return null;
        }
    }

    /** Where the values of an option go that is given several times: before a command, behind it, or both. */
    private static final class Gathered implements ISetter, IGetter {
        private final Consumer<List<String>> target;
        /** What stood before the command. */
        private final List<String> earlier = new ArrayList<>();

        private @Nullable List<String> values;

        Gathered(Consumer<List<String>> target) {
            this.target = target;
        }

        @Override
        // Picocli's signature; the one type that it can ask for here is the one that it has stored.
        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
        public <T> @Nullable T get() {
            return (T) values;
        }

        @Override
        @SuppressWarnings("unchecked") // this option holds a list of texts, see above
        public <T> @Nullable T set(@Nullable T value) {
            // Picocli clears every value before it parses.
            if (value == null) {
                return null;
            }
            if (values != null && values != value) {
                earlier.addAll(values);
            }
            values = (List<String>) value;
            List<String> all = new ArrayList<>(earlier);
            all.addAll(values);
            target.accept(all);
            return null;
        }
    }
}
