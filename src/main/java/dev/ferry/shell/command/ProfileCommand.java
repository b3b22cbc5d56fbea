package dev.ferry.shell.command;

import dev.ferry.api.Timespan;
import dev.ferry.guard.SessionMode;
import dev.ferry.output.Format;
import dev.ferry.output.Printer;
import dev.ferry.output.Streams;
import dev.ferry.profile.Profile;
import dev.ferry.profile.Side;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** {@code /profile}. */
public record ProfileCommand(Profile profile, SessionMode mode, Streams streams, Supplier<Format> format)
        implements Command {
    @Override
    public String name() {
        return "/profile";
    }

    @Override
    public String arguments() {
        return "";
    }

    @Override
    public String purpose() {
        return "Shows whom this session works for.";
    }

    @Override
    public void run(String arguments) {
        if (!arguments.isEmpty()) {
            throw new CommandException(
                    "A session keeps its profile. Another one: /exit, then ferry --profile " + arguments);
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", profile.name());
        if (profile.environment() != null) {
            fields.put("environment", profile.environment());
        }
        fields.put(
                "mode",
                mode.now()
                        + mode.left().map(left -> " for " + Timespan.text(left)).orElse(""));
        if (profile.source() != null) {
            fields.put("source", text(profile.source()));
        }
        if (profile.target() != null) {
            fields.put("target", text(profile.target()));
        }
        new Printer(streams, format.get()).print(fields);
    }

    private static String text(Side side) {
        return side.baseUrl() + " as " + side.login().id();
    }
}
