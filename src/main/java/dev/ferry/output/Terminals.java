package dev.ferry.output;

import dev.ferry.output.Streams.Stream;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out which streams of this process are terminals, without a library and without starting a process. */
final class Terminals {
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
    private static final Map<String, Stream> NUMBERS = Map.of("0", Stream.IN, "1", Stream.OUT, "2", Stream.ERR);
    private static final List<String> DEVICES = List.of("/dev/pts/", "/dev/tty", "/dev/console");

    private Terminals() {}

    static Set<Stream> ofThisProcess() {
        String told = System.getProperty("ferry.terminals");
        if (told != null) {
            return parse(told);
        }
        return Files.isDirectory(DESCRIPTORS) ? byDescriptor() : byConsole(System.console());
    }

    /** Reads a list such as {@code in,err}. */
    static Set<Stream> parse(String list) {
        var found = EnumSet.noneOf(Stream.class);
        List<String> names = Arrays.asList(list.toUpperCase(Locale.ROOT).split("[ ,]+"));
        for (Stream stream : Stream.values()) {
            if (names.contains(stream.name())) {
                found.add(stream);
            }
        }
        return found;
    }

    private static Set<Stream> byDescriptor() {
        var found = EnumSet.noneOf(Stream.class);
        NUMBERS.forEach((number, stream) -> {
            if (isTerminal(DESCRIPTORS.resolve(number))) {
                found.add(stream);
            }
        });
        return found;
    }

    private static boolean isTerminal(Path descriptor) {
        try {
            String file = Files.readSymbolicLink(descriptor).toString();
            return DEVICES.stream().anyMatch(file::startsWith);
        } catch (IOException e) {
            // A stream that is closed, or cannot be looked at, is no terminal.
            return false;
        }
    }

    /** Java only tells about input and output together; from Java 22 on it has a console even without a terminal. */
    private static Set<Stream> byConsole(@Nullable Console console) {
        if (console == null) {
            return Set.of();
        }
        try {
            Object terminal = Console.class.getMethod("isTerminal").invoke(console);
            return Boolean.TRUE.equals(terminal) ? EnumSet.allOf(Stream.class) : Set.of();
        } catch (ReflectiveOperationException e) {
            // Before Java 22 there is a console only on a terminal.
            return EnumSet.allOf(Stream.class);
        }
    }
}
