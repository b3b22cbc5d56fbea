package dev.ferry.cli;

import dev.ferry.api.catalog.Catalogs;
import dev.ferry.api.failure.ApiException;
import dev.ferry.api.failure.CallInterruptedException;
import dev.ferry.api.failure.CallRefusedException;
import dev.ferry.api.failure.ErrorAnswerException;
import dev.ferry.guard.RefusedException;
import dev.ferry.help.Advice;
import dev.ferry.help.Asking;
import dev.ferry.journal.UnknownRunException;
import dev.ferry.output.ClosedOutputException;
import dev.ferry.output.ExceptionText;
import dev.ferry.output.Redactor;
import dev.ferry.output.Streams;
import dev.ferry.output.TerminalText;
import dev.ferry.profile.Environment;
import dev.ferry.profile.Folders;
import dev.ferry.profile.SettingsException;
import dev.ferry.rehearsal.plan.PlanFileException;
import dev.ferry.runbook.RunbookException;
import dev.ferry.script.GateException;
import dev.ferry.script.ScriptException;
import dev.ferry.script.WaitException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one place that knows what an exception means: the exit code, and what a person is told.
 *
 * @param code how the process ends
 * @param message what happened and where
 */
record Failure(ExitCode code, String message) {
    private static final int TOO_MANY_REQUESTS = 429;

    /** What became of this exception. */
    static Failure of(Throwable thrown) {
        return new Failure(code(thrown), message(thrown));
    }

    /** What happened, in one line. */
    String firstLine() {
        return message.lines().findFirst().orElse("");
    }

    /** Says it on standard error and what to do next, with the stack only when somebody looks for a fault of ours. */
    static ExitCode report(Throwable thrown, Streams streams, Environment environment, boolean debug) {
        Failure failure = of(thrown);
        if (ClosedOutputException.isBehind(thrown)) {
            return ExitCode.DONE;
        }
        streams.err().println(Redactor.redact(failure.message));
        new Advice(Catalogs.of(Folders.of(environment)), Asking.COMMAND_LINE, side -> List.of())
                .on(thrown)
                .forEach(line -> streams.err().println(Redactor.redact(line)));
        for (Throwable each : thrown.getSuppressed()) {
            if (each instanceof RunRecord.Interrupted advice) {
                streams.err().println(advice.getMessage());
            }
        }
        if (debug) {
            StringWriter stack = new StringWriter();
            thrown.printStackTrace(new PrintWriter(stack));
            streams.err().print(Redactor.redact(stack.toString()));
            streams.err().flush();
        }
        return failure.code;
    }

    /** The code of the outermost exception that has one of its own; a script's is that of its cause. */
    static ExitCode code(Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            ExitCode code = own(each);
            if (code != null) {
                return code;
            }
        }
        return ExitCode.FAILED;
    }

    private static @Nullable ExitCode own(Throwable thrown) {
        if (thrown instanceof ScriptException script) {
            return switch (script.kind()) {
                case DOES_NOT_COMPILE, WRONG_ARGUMENTS -> ExitCode.USAGE;
                case INTERRUPTED -> ExitCode.INTERRUPTED;
                case FAILED -> null;
            };
        }
        if (thrown instanceof ApiException call) {
            return ofCall(call);
        }
        if (thrown instanceof WaitException wait) {
            return switch (wait.ending()) {
                case JOB_FAILED -> ExitCode.JOB_FAILED;
                case VALIDATION_FAILED -> ExitCode.VALIDATION_FAILED;
                case TIMED_OUT -> ExitCode.TIMED_OUT;
                case INTERRUPTED -> ExitCode.INTERRUPTED;
            };
        }
        if (thrown instanceof GateException) {
            return ExitCode.VALIDATION_FAILED;
        }
        if (thrown instanceof RefusedException) {
            return ExitCode.REFUSED;
        }
        if (thrown instanceof SettingsException
                || thrown instanceof UnknownRunException
                || thrown instanceof RunbookException
                || thrown instanceof PlanFileException
                || thrown instanceof UsageException) {
            return ExitCode.USAGE;
        }
        if (thrown instanceof NoCredentialsException) {
            return ExitCode.NOT_ALLOWED;
        }
        if (thrown instanceof InterruptedException) {
            return ExitCode.INTERRUPTED;
        }
        // Whoever read the output has enough of it: the command did what it was asked for.
        return thrown instanceof ClosedOutputException ? ExitCode.DONE : null;
    }

    private static ExitCode ofCall(ApiException call) {
        if (call instanceof ErrorAnswerException answer) {
            int status = answer.status();
            return status == 401 || status == 403
                    ? ExitCode.NOT_ALLOWED
                    : status < 500 && status != TOO_MANY_REQUESTS ? ExitCode.FAILED : ExitCode.UNAVAILABLE;
        }
        if (call instanceof CallRefusedException refused) {
            return refused.why() == CallRefusedException.Why.BAD_ARGUMENT ? ExitCode.FAILED : ExitCode.REFUSED;
        }
        return call instanceof CallInterruptedException || call.getCause() instanceof CallInterruptedException
                ? ExitCode.INTERRUPTED
                : ExitCode.UNAVAILABLE;
    }

    private static String message(Throwable thrown) {
        if (thrown instanceof InterruptedException) {
            return "Interrupted.";
        }
        String text = ExceptionText.of(thrown);
        // Those have lines of their own; every other message is a sentence, whatever names stand in it.
        return thrown instanceof ScriptException || thrown instanceof RefusedException ? text : TerminalText.line(text);
    }
}
