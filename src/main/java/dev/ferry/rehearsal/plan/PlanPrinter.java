package dev.ferry.rehearsal.plan;

import dev.ferry.output.Format;
import dev.ferry.output.Printer;
import dev.ferry.output.Streams;
import dev.ferry.output.Streams.Stream;

/** Prints a plan to standard output: cards for people, the whole of it as JSON or YAML, a record for each change as JSONL or CSV. */
public final class PlanPrinter {
    private PlanPrinter() {}

    /** Prints it; no secret is ever printed. */
    public static void print(Plan plan, Streams streams, Format format) {
        switch (format) {
            case TABLE ->
                new PlanText(streams.width(Stream.OUT), streams.isColoured(Stream.OUT))
                        .of(plan)
                        .forEach(streams.out()::println);
            case JSON, YAML -> new Printer(streams, format).print(plan);
            case JSONL, CSV -> new Printer(streams, format).print(plan.changes());
        }
    }
}
