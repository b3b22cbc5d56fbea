package dev.ferry.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.Ferry;
import dev.ferry.JavaProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HelpCommandTest {
    @TempDir
    Path home;

    private Outcome ferry(String... args) {
        return Outcome.of(Map.of("HOME", home.toString()), "", args);
    }

    @Test
    void an_error_code_is_explained_on_standard_output_in_lines_of_a_hundred() {
        Outcome outcome = ferry("help", "IP_ADDRESS_NOT_ON_ACCESS_LIST");

        assertEquals("", outcome.err());
        assertEquals(0, outcome.code());
        assertEquals(
                "IP_ADDRESS_NOT_ON_ACCESS_LIST (HTTP 403)",
                outcome.out().lines().findFirst().orElseThrow());
        assertTrue(outcome.out().contains("\n  Type          ferry doctor\n"), outcome.out());
        assertTrue(outcome.out().lines().allMatch(line -> line.length() <= 100), outcome.out());
        assertTrue(outcome.out().lines().anyMatch(line -> line.length() > 90), outcome.out());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            429                             | HTTP 429
            exit 3                          | Exit code 3
            link token                      | link token (also: token, linktoken)
            ORG_OWNER                       | ORG_OWNER (Organization Owner)
            Cluster.stateName               | Cluster.stateName → String
            atlas.clusters.get              | atlas.clusters.get(groupId, clusterName, …) → Cluster
            GET /groups/{groupId}           | Projects: GET /api/atlas/v2/groups/{groupId}
            NO_COLOR                        | NO_COLOR
            -- --read-only                  | --read-only, an option of ferry
            --read-only                     | --read-only, an option of ferry
            -o json                         | -o, --output FORMAT, an option of ferry
            profile add                     | Usage: ferry profile add
            ferry run                       | Usage: ferry run
            help                            | Usage: ferry help""")
    void whatever_has_a_name_is_a_topic(String words, String begin) {
        Outcome outcome = ferry(
                Stream.concat(Stream.of("help"), Stream.of(words.split(" "))).toArray(String[]::new));

        assertEquals(0, outcome.code(), outcome.err());
        assertTrue(outcome.out().lines().limit(3).anyMatch(line -> line.startsWith(begin)), outcome.out());
        assertEquals("", outcome.err());
    }

    @Test
    void a_command_with_the_name_of_a_word_is_explained_as_both() {
        String text = ferry("help", "profile").out();

        assertTrue(text.startsWith("profile\n\nWhom you work for: "), text);
        assertTrue(text.contains("\n\nUsage: ferry profile "), text);
        assertTrue(text.contains("\n  ferry help -- --profile "), text);
        assertTrue(text.contains("\n  /help /profile"), text);
    }

    @Test
    void without_a_topic_it_is_the_help_of_ferry() {
        Outcome outcome = ferry("help");

        assertEquals(ferry("--help"), outcome);
        assertTrue(outcome.out().contains("\n  help "), outcome.out());
        assertEquals(0, outcome.code());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            IP_ADDRES_NOT_ON_ACCESS_LIST | There is no help on 'IP_ADDRES_NOT_ON_ACCESS_LIST'. Did you mean 'IP_ADDRESS_NOT_ON_ACCESS_LIST'? 'ferry help --help' shows what can be asked.
            xyzzyqv                      | There is no help on 'xyzzyqv'. 'ferry help --help' shows what can be asked.
            atlas.api Clustres           | There is no chapter 'Clustres'. ferry help atlas.api lists them.
            /set                         | Commands of the shell are explained at its prompt: ferry, then /help /set.""")
    void an_unknown_topic_is_one_sentence_and_code_2(String words, String sentence) {
        Outcome outcome = ferry(
                Stream.concat(Stream.of("help"), Stream.of(words.split(" "))).toArray(String[]::new));

        assertEquals(new Outcome(2, "", sentence + "\n"), outcome);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lag", "move project", "atlas.clusters", "USER_UNAUTHORIZED", "atlas.api", "sandbox"})
    void what_it_points_to_can_be_typed_on_the_command_line(String topic) {
        String text = ferry("help", topic).out();

        assertTrue(text.contains("ferry help "), text);
        assertFalse(text.replace("/help /", "").contains("/help "), text);
    }

    @Test
    void settings_that_cannot_be_read_do_not_keep_it_from_explaining() throws IOException {
        Path settings = Files.createDirectories(home.resolve(".config/ferry")).resolve("config.toml");
        Files.writeString(settings, "profile = = broken");

        assertEquals(0, ferry("help", "lag").code());
    }

    @Test
    @Timeout(60)
    void a_reader_that_has_seen_enough_is_no_failure() throws Exception {
        Path errors = home.resolve("errors");
        Process process = JavaProcess.of(Ferry.class, List.of(), List.of("help", "atlas.api"))
                .redirectError(errors.toFile())
                .start();
        process.getInputStream().close();

        assertEquals(0, process.waitFor());
        assertEquals(List.of(), Files.readAllLines(errors, StandardCharsets.UTF_8));
    }

    @Test
    void a_failure_says_what_to_type_to_read_more() {
        Outcome outcome = ferry("--sandbox", "-e", "atlas.projects.get('5f0000000000000000000001')");

        assertEquals(1, outcome.code());
        assertTrue(outcome.err().endsWith("\nMore: ferry help GROUP_NOT_FOUND\n"), outcome.err());
    }

    @Test
    void a_table_that_cannot_be_read_does_not_hide_a_failure() throws IOException {
        Path own = Files.createDirectories(home.resolve(".config/ferry/catalog"));
        Files.writeString(own.resolve("atlas.tsv"), "no table\n");

        Outcome outcome = ferry("--sandbox", "--no-check", "--fault", "401 match=/orgs", "-e", "atlas.orgs.size()");

        assertEquals(4, outcome.code(), outcome.err());
        assertFalse(outcome.err().contains("catalog/atlas.tsv"), outcome.err());
    }
}
