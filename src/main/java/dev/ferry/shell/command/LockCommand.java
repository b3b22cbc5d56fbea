package dev.ferry.shell.command;

import dev.ferry.guard.Lock;

/** {@code /lock}. */
public record LockCommand(Lock lock) implements Command {
    @Override
    public String name() {
        return "/lock";
    }

    @Override
    public String arguments() {
        return "";
    }

    @Override
    public String purpose() {
        return "Refuses changes from now on, those of jobs too.";
    }

    @Override
    public void run(String arguments) {
        if (!arguments.isEmpty()) {
            throw new CommandException("/lock takes nothing: it counts from now on.");
        }
        lock.lock();
    }
}
