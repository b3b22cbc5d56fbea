package dev.ferry.script.analysis;

import dev.ferry.api.catalog.Catalogs;
import dev.ferry.script.analysis.call.NamedArguments;
import dev.ferry.script.analysis.call.Overloads;
import dev.ferry.script.analysis.complete.Completer;
import dev.ferry.script.analysis.complete.LiveNames;
import dev.ferry.script.analysis.complete.LiveOffers;
import dev.ferry.script.analysis.type.ByName;
import dev.ferry.script.analysis.type.Passes;
import dev.ferry.script.analysis.type.Scope;
import dev.ferry.script.analysis.type.Services;
import dev.ferry.script.analysis.type.TypeCheck;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Prints how long completion takes: the first question of a process, then every case of the table, warm. A program, not
 * a test, since figures depend on the machine.
 */
final class CompletionLatency {

    private static final int ROUNDS = 20;

    private CompletionLatency() {}

    public static void main(String[] arguments) throws Exception {
        Analysis analysis = new Analysis(CountingScript.class, CompletionLatency.class.getClassLoader());
        System.out.printf("first simple path     %8.1f ms%n", millis(analysis, "atlas.orgs.", 11));
        long start = System.nanoTime();
        analysis.warmUp();
        System.out.printf("warm-up               %8.1f ms%n", (System.nanoTime() - start) / 1e6);
        ByName byName = new ByName(Catalogs.SHIPPED);
        ClassLoader loader = CompletionLatency.class.getClassLoader();
        Overloads overloads = new Overloads(CountingScript.class, loader, new NamedArguments(byName));
        Services services = new Services(CountingScript.class);
        Completer completer = new Completer(
                CountingScript.class,
                loader,
                new Passes(new TypeCheck(CountingScript.class, loader, byName)),
                byName,
                overloads,
                services,
                new LiveOffers(LiveNames.NONE, byName, overloads, services, loader));
        List<Double> simple = new ArrayList<>();
        List<Double> checked = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (CompletionTableTest.Case each : CompletionTableTest.cases()) {
                // A blank more each round, so that no answer is remembered.
                String text = " ".repeat(round) + each.text();
                boolean fast = completer.simple(text, each.cursor() + round).isPresent();
                double millis = millis(analysis, text, each.cursor() + round);
                if (round >= ROUNDS / 2) {
                    (fast ? simple : checked).add(millis);
                }
            }
        }
        print("by reflection, warm", simple);
        print("by the checker, warm", checked);
    }

    private static double millis(Analysis analysis, String text, int cursor) {
        long start = System.nanoTime();
        analysis.complete(text, cursor, Scope.EMPTY);
        return (System.nanoTime() - start) / 1e6;
    }

    private static void print(String what, List<Double> millis) {
        Collections.sort(millis);
        System.out.printf(
                "%-21s median %.2f ms, 99th percentile %.2f ms, slowest %.2f ms (%d)%n",
                what,
                millis.get(millis.size() / 2),
                millis.get(millis.size() * 99 / 100),
                millis.get(millis.size() - 1),
                millis.size());
    }
}
