package dev.ferry.shell.command;

import dev.ferry.api.Timespan;
import dev.ferry.guard.Lock;
import java.time.Duration;

/** {@code /unlock [time]}. */
public record UnlockCommand(Lock lock) implements Command {
    @Override
    public String name() {
        return "/unlock";
    }

    @Override
    public String arguments() {
        return "[time]";
    }

    @Override
    public String purpose() {
        return "Lets changes leave, for a while as in /unlock 30m; asks for the profile's name first.";
    }

    @Override
    public void run(String arguments) {
        if (arguments.isEmpty()) {
            lock.unlock(null);
            return;
        }
        Duration time;
        try {
            time = Timespan.of(arguments);
        } catch (IllegalArgumentException e) {
            throw new CommandException(String.valueOf(e.getMessage()));
        }
        if (time.isZero() || time.isNegative()) {
            throw new CommandException("/unlock takes a time such as 30m; /lock refuses changes again.");
        }
        lock.unlock(time);
    }
}
