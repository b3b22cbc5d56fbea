package dev.ferry.cli;

import dev.ferry.output.Format;
import dev.ferry.output.Streams;
import dev.ferry.sandbox.Fault;
import dev.ferry.sandbox.Limits;
import dev.ferry.sandbox.Sandbox;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** {@code ferry sandbox}: serves both APIs from memory until it is stopped. */
final class SandboxCommand implements Callable<Integer> {
    private static final Set<Format> FORMATS = EnumSet.of(Format.TABLE, Format.JSON, Format.JSONL);
    private static final int HIGHEST_PORT = 65_535;

    private final CommandLineInterface ferry;
    private final GlobalOptions options;

    private int port;
    private boolean tls;
    private @Nullable Double speed;
    private @Nullable String limit;
    private boolean noLimits;
    private String scenario = GlobalOptions.STANDARD_SCENARIO;

    SandboxCommand(CommandLineInterface ferry, GlobalOptions options) {
        this.ferry = ferry;
        this.options = options;
    }

    CommandSpec spec() {
        CommandSpec command = Words.command(
                "sandbox",
                this,
                "Serve a sandbox of both APIs on 127.0.0.1 until Ctrl-C, and print its addresses and credentials.",
                "The lines can be given to a shell: they are the variables other ferry commands read.");
        command.addOption(Words.option(
                        Integer.class,
                        it -> port = it,
                        "PORT",
                        "The port to listen on; any free one when not given.",
                        "--port")
                .build());
        command.addOption(
                Words.flag(it -> tls = it, "Speak https, with a certificate authority made for this sandbox.", "--tls")
                        .build());
        command.addOption(Words.option(
                        Double.class,
                        it -> speed = it,
                        "N",
                        "Seconds that pass in the sandbox in one second; 60 when not given.",
                        "--speed")
                .build());
        command.addOption(Words.option(
                        String.class,
                        it -> scenario = it,
                        "NAME",
                        "What there is at the start: acme or large.",
                        "--scenario")
                .build());
        command.addOption(Words.option(
                        String.class,
                        it -> limit = it,
                        "N/SPAN",
                        "Allow N requests in a span, as 100/60s, in place of the documented rate limits.",
                        "--limit")
                .build());
        command.addOption(Words.flag(it -> noLimits = it, "Allow any number of requests.", "--no-limits")
                .build());
        // Written when help is shown, so that no other command loads the rules.
        command.usageMessage().sectionMap().put(UsageMessageSpec.SECTION_KEY_FOOTER, help -> faultRules());
        return command;
    }

    private static String faultRules() {
        StringBuilder text = new StringBuilder("\nA fault rule says what happens, when, and to which requests:\n");
        Fault.help().forEach((usage, meaning) -> text.append(String.format("  %-31s%s\n", usage, meaning)));
        return text.append("Examples:\n")
                .append("  ferry sandbox --fault '503 retry-after=5 first=2 match=/orgs'\n")
                .append("  ferry sandbox --fault 'drop-answer method=POST' --fault 'latency=2s every=3 side=atlas'\n")
                .toString();
    }

    private Limits limits() {
        if (noLimits && limit != null) {
            throw new UsageException("--limit and --no-limits contradict each other; give one of them.");
        }
        try {
            return noLimits ? Limits.none() : limit == null ? Limits.documented() : Limits.parse(limit);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public Integer call() throws InterruptedException {
        options.check(true);
        Sandbox.Options wanted = Sandbox.Options.standard()
                .withScenario(Connections.scenario(scenario))
                .withPort(port)
                .withTls(tls)
                .withLimits(limits())
                .withFaults(Connections.faults(options.faults));
        if (port < 0 || port > HIGHEST_PORT) {
            throw new UsageException("--port has to be between 0 and " + HIGHEST_PORT + ", not " + port + ".");
        }
        if (options.formatGiven && !FORMATS.contains(options.format)) {
            throw new UsageException("The sandbox prints lines, or one line of JSON with -o json.");
        }
        if (speed != null) {
            if (speed < 0) {
                throw new UsageException("--speed has to be 0 or more, not " + speed + ".");
            }
            wanted = wanted.withSpeed(speed);
        }
        Streams streams = ferry.streams();
        try (Sandbox sandbox = Sandbox.start(wanted)) {
            SandboxCard card = SandboxCard.of(sandbox);
            // Its made-up secrets are there to be read.
            streams.unredactedOut().print(options.format == Format.JSON ? card.json() + "\n" : card.lines());
            streams.unredactedOut().flush();
            streams.err().println("SIMULATED: nothing in here is real. Ctrl-C ends it.");
            new CountDownLatch(1).await();
        } catch (IOException e) {
            throw new UsageException(
                    "The sandbox cannot listen on port " + port + " (" + e.getMessage() + "); choose another.");
        }
        return ExitCode.DONE.number();
    }
}
