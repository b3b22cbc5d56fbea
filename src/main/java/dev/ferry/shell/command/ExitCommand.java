package dev.ferry.shell.command;

/** {@code /exit}. */
public record ExitCommand(Runnable leave) implements Command {
    @Override
    public String name() {
        return "/exit";
    }

    @Override
    public String arguments() {
        return "";
    }

    @Override
    public String purpose() {
        return "Leaves the shell, as Ctrl-D on an empty line does.";
    }

    @Override
    public boolean inBackground() {
        return false;
    }

    @Override
    public void run(String arguments) {
        leave.run();
    }
}
