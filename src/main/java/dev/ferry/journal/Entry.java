package dev.ferry.journal;

import dev.ferry.api.ApiSide;
import dev.ferry.api.catalog.Risk;
import dev.ferry.api.change.Before;
import dev.ferry.api.change.Outcome;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A line of a journal. Texts have no secrets in them, and times are in milliseconds. */
public sealed interface Entry {
    /** The number of the line, from 1. */
    long line();

    /** When it was written. */
    Instant time();

    /**
     * A run begins.
     *
     * @param run its id
     * @param services where it may send to; empty in journals of versions that did not record it
     * @param options what else it was started with, for the process that resumes it
     * @param user who runs it, by the name the operating system knows
     * @param machine the name of the machine
     */
    record Begun(
            long line,
            Instant time,
            String run,
            String profile,
            @Nullable String environment,
            Origin origin,
            boolean simulated,
            List<Service> services,
            Map<String, String> options,
            String user,
            String machine)
            implements Entry {}

    /**
     * A change is about to be made.
     *
     * @param side which API it belongs to
     * @param host where it goes
     * @param who the public half of the credentials
     * @param user who runs it, by the name the operating system knows
     * @param origin what asked for it; the text and the arguments of a run are in its first line only
     * @param operation the operation's name; null for a path that no table knows
     * @param path path from the host with the query
     * @param values what stands in the path, by the names of the operation's template
     * @param names names of things, by their ids, as far as they were known
     * @param body what is sent, as maps and lists; null for nothing
     * @param hidden whether a secret was taken out of path or body
     * @param step the line where the step began that it belongs to; null outside of steps
     * @param aside whether another thread made it than the one that began the step
     * @param before whether the sign that would show the change afterwards was there already
     */
    record Intended(
            long line,
            Instant time,
            ApiSide side,
            URI host,
            String who,
            String user,
            String profile,
            @Nullable String environment,
            Origin origin,
            boolean simulated,
            @Nullable String operation,
            String method,
            String path,
            Map<String, String> values,
            Map<String, String> names,
            @Nullable Object body,
            boolean hidden,
            Risk risk,
            @Nullable Long step,
            boolean aside,
            Before.Sign before)
            implements Entry {
        /** The operation's name, or verb and path where no table knows it. */
        public String name() {
            return operation != null ? operation : method + " " + path;
        }
    }

    /**
     * What came of a change. Where a change has several, the last one counts: a resumed run may have found out more.
     *
     * @param intent the line of the change
     * @param outcome what is certain; its answer is maps and lists
     * @param hidden whether a secret was taken out of the answer, so that it is not whole
     */
    record Ended(long line, Instant time, long intent, Outcome outcome, boolean hidden) implements Entry {}

    /**
     * A step begins.
     *
     * @param key tells it from others of its name; null for none
     * @param nth which step of this name it is within the step around it, from 1
     * @param aside whether a helping thread began it, so that the step around it is a matter of chance
     * @param within the line where the step around it began; null when there is none
     */
    record StepBegun(
            long line,
            Instant time,
            String name,
            @Nullable String key,
            int nth,
            boolean aside,
            @Nullable Long within) implements Entry {}

    /**
     * A step is finished.
     *
     * @param step the line where it began
     * @param value its value, as maps, lists, texts, numbers
     * @param hidden whether the value could not be kept whole, as one that holds a secret
     * @param calls what it called besides its changes; null in journals of versions that did not record it
     */
    record StepDone(
            long line, Instant time, long step, @Nullable Object value, boolean hidden, OpenSteps.@Nullable Calls calls)
            implements Entry {}

    /**
     * A gate was evaluated.
     *
     * @param text what it asks for
     * @param holds whether the next change may be made
     * @param values what it saw, as people read it
     * @param step the line where the step began that it belongs to; null outside of steps
     */
    record Gate(
            long line,
            Instant time,
            String text,
            boolean holds,
            String values,
            @Nullable Long step) implements Entry {}

    /** A run that had stopped goes on. */
    record Resumed(long line, Instant time, String user, String machine) implements Entry {}

    /** Something that a reader should know. */
    record Noted(long line, Instant time, String text) implements Entry {}

    /**
     * A run ends by itself.
     *
     * @param reason why it did not end well, in one sentence; empty when it did, and in journals of versions that did not record it
     */
    record Finished(long line, Instant time, int exitCode, String reason) implements Entry {}

    /** A line of a kind that this version does not know, as it is. */
    record Other(long line, Instant time, String kind, Map<String, Object> fields) implements Entry {}
}
