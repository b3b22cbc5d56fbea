package dev.ferry.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.journal.Entry;
import dev.ferry.journal.Journal;
import dev.ferry.suite.Needs;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a run does when its output cannot be written any more: a reader that has enough, a full disk, on either stream. */
@Timeout(300)
@ExtendWith(Stages.class)
final class LostOutputTest {
    private static final int PROJECTS = 6;
    private static final List<String> NAMES =
            IntStream.rangeClosed(1, PROJECTS).mapToObj(i -> "shop-" + i).toList();
    private static final File FULL = new File("/dev/full");

    @TempDir
    Path home;

    private final Stages.Shared stages;

    LostOutputTest(Stages.Shared stages) {
        this.stages = stages;
    }

    @BeforeEach
    void thereIsAFullDisk() {
        Needs.file(FULL.getPath());
    }

    /** What becomes of one of the two streams. */
    private enum Fate {
        KEPT,
        /** Its reader takes one line and leaves. */
        CLOSED,
        FULL_DISK
    }

    /** How the same work is handed to Ferry. */
    private enum Way {
        SCRIPT("""
                def org = atlas.orgs.list().first()
                NAMES.each { name ->
                    step("Make $name") {
                        println "before $name"
                        atlas.projects.create(name: name, orgId: org.id)
                        println "after $name"
                    }
                }
                """),
        TABLES("""
                def org = atlas.orgs.list().first()
                NAMES.each { name -> table([atlas.projects.create(name: name, orgId: org.id)]) }
                """),
        JSON("""
                def org = atlas.orgs.list().first()
                NAMES.each { name -> json(atlas.projects.create(name: name, orgId: org.id)) }
                """),
        CSV("""
                def org = atlas.orgs.list().first()
                NAMES.each { name -> csv([atlas.projects.create(name: name, orgId: org.id)]) }
                """),
        POOL("""
                def org = atlas.orgs.list().first()
                def pool = java.util.concurrent.Executors.newFixedThreadPool(3)
                def all = NAMES.collect { name ->
                    pool.submit({ println name; atlas.projects.create(name: name, orgId: org.id); println name } as Runnable)
                }
                all.each { it.get() }
                pool.shutdown()
                """),
        EXPRESSION("NAMES.collect { name -> println name; atlas.projects.create(name: name,"
                + " orgId: atlas.orgs.list().first().id).name }"),
        INPUT("""
                org = atlas.orgs.list().first().id; null
                """
                + NAMES.stream()
                        .map(name -> "atlas.projects.create(name: '" + name + "', orgId: org)\n")
                        .collect(Collectors.joining())),
        PAGE("# Six projects\n\n```groovy\norgId = atlas.orgs.list().first().id\n```\n\n"
                + NAMES.stream()
                        .map(name -> "## " + name + "\n\n```groovy\nprintln 'now " + name
                                + "'\natlas.projects.create(name: '" + name
                                + "', orgId: orgId)\nprintln 'made'\n```\n\n")
                        .collect(Collectors.joining()));

        private final String text;

        Way(String text) {
            this.text = text.replace(
                    "NAMES",
                    NAMES.stream().map(name -> "'" + name + "'").toList().toString());
        }

        private List<String> command(Path home) throws IOException {
            return switch (this) {
                case EXPRESSION -> List.of("-e", text);
                case INPUT -> List.of();
                case PAGE ->
                    List.of(
                            "run",
                            Files.writeString(home.resolve("six.md"), text).toString());
                default ->
                    List.of(
                            "run",
                            Files.writeString(home.resolve("six.groovy"), text).toString());
            };
        }
    }

    static Stream<Arguments> fates() {
        List<Arguments> all = new ArrayList<>();
        for (Way way : Way.values()) {
            all.add(Arguments.of(way, Fate.CLOSED, Fate.KEPT));
            all.add(Arguments.of(way, Fate.FULL_DISK, Fate.KEPT));
        }
        for (Fate out : Fate.values()) {
            all.add(Arguments.of(Way.SCRIPT, out, Fate.CLOSED));
            all.add(Arguments.of(Way.SCRIPT, out, Fate.FULL_DISK));
        }
        all.add(Arguments.of(Way.INPUT, Fate.CLOSED, Fate.CLOSED));
        all.add(Arguments.of(Way.PAGE, Fate.KEPT, Fate.CLOSED));
        return all.stream();
    }

    @ParameterizedTest(name = "{0}, standard output {1}, standard error {2}")
    @MethodSource("fates")
    void a_run_that_changes_something_goes_on_to_its_end(Way way, Fate out, Fate err) throws Exception {
        try (Stage stage = stages.stage(home)) {
            Ended ended = run(stage, way.command(home), way == Way.INPUT ? way.text : "", out, err);

            assertEquals(
                    PROJECTS,
                    stage.gate().accepted().stream()
                            .filter(each -> each.line().equals("POST /api/atlas/v2/groups"))
                            .count(),
                    ended.err());
            List<String> made = stage.gate().accepted().stream()
                    .map(each -> each.answer().replaceAll("(?s).*\"name\":\"(shop-\\d)\".*", "$1"))
                    .sorted()
                    .toList();
            assertEquals(NAMES, made, "each once");
            assertEquals(out == Fate.FULL_DISK ? 1 : 0, ended.code(), ended.err());
            Journal journal = Journal.read(stage.journals().get(0));
            assertEquals(
                    0, journal.finished().map(Entry.Finished::exitCode).orElse(-1), "the work itself came to its end");
            assertEquals(
                    PROJECTS, journal.changes().filter(each -> !each.isOpen()).count());
            if (err == Fate.KEPT) {
                String notice = out == Fate.CLOSED
                        ? "Standard output was closed; the run goes on without it."
                        : "Cannot write to standard output: No space left on device; the run goes on without it.";
                assertEquals(2, ended.err().split(java.util.regex.Pattern.quote(notice), -1).length, ended.err());
                assertEquals(
                        out == Fate.FULL_DISK,
                        ended.err()
                                .contains(
                                        "The output is incomplete: standard output could not be written (No space left"
                                                + " on device)."),
                        ended.err());
                assertFalse(ended.err().contains("Exception"), ended.err());
            }
            if (out == Fate.KEPT) {
                assertTrue(ended.out().contains(way == Way.PAGE ? "now shop-6" : "after shop-6"), ended.out());
            }
        }
    }

    /** What only reads has done what its reader wanted. */
    @ParameterizedTest
    @MethodSource("reads")
    void a_listing_whose_reader_has_enough_ends_quietly(List<String> command, String input) throws Exception {
        try (Stage stage = stages.stage(home)) {
            Ended ended = run(stage, command, input, Fate.CLOSED, Fate.KEPT);

            assertEquals("", ended.err());
            assertEquals(0, ended.code());
        }
    }

    static Stream<Arguments> reads() {
        String endless = "(1..100000).each { println atlas.orgs.list().first().name }";
        return Stream.of(
                Arguments.of(List.of("-e", endless), ""),
                Arguments.of(
                        List.of(
                                "--read-only",
                                "-e",
                                "if (args) atlas.projects.delete('65f0000000000000000000a1'); " + endless),
                        ""),
                Arguments.of(List.of("run", "-"), endless),
                Arguments.of(List.of(), endless + "\n" + endless + "\n"));
    }

    @Test
    void a_full_disk_ends_a_listing_with_one_sentence() throws Exception {
        try (Stage stage = stages.stage(home)) {
            Ended ended = run(
                    stage,
                    List.of("-e", "print atlas.orgs.list().first().name.take(3); null"),
                    "",
                    Fate.FULL_DISK,
                    Fate.KEPT);

            assertEquals(1, ended.code(), ended.err());
            assertEquals(2, ended.err().split("Cannot write to standard output: ", -1).length, ended.err());
            assertFalse(ended.err().contains("Exception"), ended.err());
        }
    }

    /** Lines that are piped in are work one by one: what one of them only shows does not cost the others. */
    @Test
    void a_line_behind_a_listing_that_was_cut_off_is_run() throws Exception {
        try (Stage stage = stages.stage(home)) {
            String lines = "(1..100000).each { println it }\n"
                    + "atlas.projects.create(name: 'shop-1', orgId: atlas.orgs.list().first().id); null\n";

            Ended ended = run(stage, List.of(), lines, Fate.CLOSED, Fate.KEPT);

            assertEquals(1, stage.gate().accepted().size(), ended.err());
            assertEquals(0, ended.code(), ended.err());
        }
    }

    @Test
    void the_plan_of_a_rehearsal_is_whole_whoever_reads_it() throws Exception {
        try (Stage stage = stages.stage(home)) {
            List<String> command = new ArrayList<>(Way.SCRIPT.command(home));
            command.addAll(1, List.of("-n", "--plan-out", "six.plan"));

            Ended ended = run(stage, command, "", Fate.CLOSED, Fate.KEPT);

            assertEquals(0, ended.code(), ended.err());
            assertEquals(List.of(), stage.gate().accepted());
            Stage.Ended real = stage.run("run", "--plan", "six.plan");
            assertEquals(0, real.code(), real.err());
            assertEquals(PROJECTS, stage.gate().accepted().size());
        }
    }

    private record Ended(int code, String out, String err) {}

    private static Ended run(Stage stage, List<String> command, String input, Fate out, Fate err) throws Exception {
        Process process = stage.start(List.of(), command, builder -> {
                    if (out == Fate.FULL_DISK) {
                        builder.redirectOutput(FULL);
                    }
                    if (err == Fate.FULL_DISK) {
                        builder.redirectError(FULL);
                    }
                })
                .process();
        try (OutputStream lines = process.getOutputStream()) {
            lines.write(input.getBytes(StandardCharsets.UTF_8));
        }
        if (out == Fate.CLOSED) {
            leaveAfterOneLine(process.getInputStream());
        }
        if (err == Fate.CLOSED) {
            leaveAfterOneLine(process.getErrorStream());
        }
        String printed = out == Fate.KEPT ? text(process.getInputStream()) : "";
        String said = err == Fate.KEPT ? text(process.getErrorStream()) : "";
        assertTrue(process.waitFor(120, TimeUnit.SECONDS), "it does not end");
        return new Ended(process.exitValue(), printed, said);
    }

    private static void leaveAfterOneLine(InputStream stream) throws IOException {
        try (stream) {
            // Byte by byte: whatever comes later finds no reader.
            int next = stream.read();
            while (next >= 0 && next != '\n') {
                next = stream.read();
            }
        }
    }

    private static String text(InputStream stream) throws IOException {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
}
