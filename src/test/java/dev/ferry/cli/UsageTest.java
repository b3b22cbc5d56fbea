package dev.ferry.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.output.Streams;
import dev.ferry.profile.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UsageTest {
    @TempDir
    Path home;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--outptu              | There is no option '--outptu'. Did you mean '--output'? 'ferry --help' shows what there is.",
                "porfile               | There is no command and no file 'porfile'. Did you mean 'profile'? 'ferry --help' lists the commands.",
                "profile lst           | There is no command 'lst'. Did you mean 'list'? 'ferry profile --help' shows what there is.",
                "run                   | Missing: FILE. 'ferry run --help' shows what there is.",
                "run absent.groovy     | There is no file absent.groovy.",
                "absent.groovy         | There is no file absent.groovy.",
                "profile               | Say what to do: ferry profile add, import, list, use, show, remove or logout.",
                "completion fish       | There is no completion for 'fish'; there is one for bash and zsh.",
                "sandbox --port 70000  | --port has to be between 0 and 65535, not 70000.",
                "sandbox --speed fast   | Invalid value for option '--speed': 'fast' is not a number. 'ferry sandbox --help' shows what there is.",
                "sandbox --port http    | Invalid value for option '--port': 'http' is not a whole number. 'ferry sandbox --help' shows what there is.",
                "run src               | Cannot read src (it is a folder); name a readable text file.",
                "sandbox --speed -1    | --speed has to be 0 or more, not -1.0.",
                "--api-version now -e 1 | --api-version has to be a date as 2025-03-12, not 'now'.",
                "--read-only --writable -e 1 | --read-only and --writable contradict each other; give one of them.",
                "--sandbox=nowhere -e 1 | There is no sandbox scenario 'nowhere'; there is acme, large.",
            })
    void what_cannot_be_understood_is_one_sentence_and_code_2(String line, String sentence) {
        Outcome outcome = ferry(line.split(" "));

        assertEquals(sentence + System.lineSeparator(), outcome.err());
        assertEquals(2, outcome.code());
        assertEquals("", outcome.out());
    }

    @Test
    void the_value_of_an_expression_is_printed_in_the_format_asked_for() {
        assertEquals(new Outcome(0, "2\n", ""), ferry("-e", "1 + 1"));
        assertEquals(new Outcome(0, "{\"a\":1}\n", ""), ferry("-o", "jsonl", "-e", "[a: 1]"));
        assertEquals("a: 1\n", ferry("-e", "[a: 1]", "--output=YAML").out());
    }

    @Test
    void what_follows_the_file_belongs_to_the_script() throws IOException {
        Path script = home.resolve("args.groovy");
        Files.writeString(script, "#!/usr/bin/env ferry\nprintln args");

        assertEquals(
                "[-x, --json, -5, x]\n",
                ferry("run", script.toString(), "-x", "--json", "-5", "x").out());
        assertEquals(
                "[a, --read-only, -n]\n",
                ferry(script.toString(), "a", "--", "--read-only", "-n").out());
        assertEquals("[a, b]\n", ferry("-e", "args.toString()", "a", "b").out());
        assertEquals(
                "[a, -n]\n", ferry("-e", "args.toString()", "--", "a", "-n").out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "run FILE --read-only            | --read-only | --read-only run FILE",
                "run FILE a -n b                 | -n          | -n run FILE a b",
                "FILE -n                         | -n          | -n FILE",
                "run FILE --plan-out p x         | --plan-out  | --plan-out p run FILE x",
                "run FILE --confirm=c1 --yes     | --confirm=c1 | --confirm=c1 --yes run FILE",
                "run FILE -P acme                | -P          | -P acme run FILE",
                "run FILE -Pacme                 | -Pacme      | -Pacme run FILE",
                "run FILE -ny -- -v              | -ny         | -ny run FILE -- -v",
                "--no-color FILE --sandbox       | --sandbox   | --sandbox --no-color FILE",
                "run FILE -o json                | -o          | -o json run FILE",
                "-e 1 x --read-only              | --read-only | --read-only -e 1 x",
                "run PAGE --read-only            | --read-only | --read-only run PAGE",
                "PAGE -n                         | -n          | -n PAGE",
            })
    void an_option_of_ferry_among_the_words_of_the_script_is_refused(String line, String option, String right)
            throws IOException {
        Path script = Files.writeString(home.resolve("args.groovy"), "println args");
        Path page = Files.writeString(home.resolve("page.md"), "# Page\n\n## One\n\n```groovy\nprintln args\n```\n");

        Outcome outcome = ferry(line.replace("FILE", script.toString())
                .replace("PAGE", page.toString())
                .split(" "));

        assertEquals(
                new Outcome(
                        2,
                        "",
                        "'" + option
                                + "' is an option of Ferry, but stands among the words of the script. Nothing was run."
                                + " Put it in front: ferry "
                                + right.replace("FILE", script.toString()).replace("PAGE", page.toString()) + "\n"),
                outcome);
    }

    @Test
    void an_option_that_the_script_declares_is_its_own() throws IOException {
        Path script = Files.writeString(
                home.resolve("args.groovy"),
                "@Option(names = ['-n', '--timeout']) @Field String n\n@Parameters @Field List<String> rest\nprintln n + rest");

        assertEquals("3null\n", ferry("run", script.toString(), "-n", "3").out());
        assertEquals(
                "3[-y]\n",
                ferry("run", script.toString(), "--timeout=3", "--", "-y").out());
        Outcome refused = ferry("run", script.toString(), "-n", "3", "-y");
        assertEquals(2, refused.code());
        assertTrue(refused.err().contains("ferry -y run " + script + " -n 3\n"), refused.err());
    }

    @Test
    void help_of_a_script_is_the_scripts_own() throws IOException {
        Path script = home.resolve("x.groovy");
        Files.writeString(
                script, "@Option(names = '--city', description = 'Where to.') @Field String city\nprintln city");

        Outcome outcome = ferry("run", script.toString(), "--help");

        assertEquals(0, outcome.code());
        assertTrue((outcome.out() + outcome.err()).contains("--city"), outcome.toString());
    }

    @Test
    void help_of_a_runbook_lists_its_steps_and_runs_none() throws IOException {
        Path page = Files.writeString(home.resolve("page.md"), "# First\n\n```groovy\nprintln 'run'\n```\n");

        Outcome outcome = ferry("run", page.toString(), "--help");

        assertEquals(0, outcome.code());
        assertEquals(
                List.of("Usage: ferry run " + page + " [ARGUMENTS]", "", "Steps, in order:", "  First (line 4)"),
                outcome.out().lines().toList());
    }

    @Test
    void the_sandbox_option_does_not_swallow_the_script_behind_it() throws IOException {
        Path script = home.resolve("orgs.groovy");
        Files.writeString(script, "println atlas.orgs['Acme-Cloud'].name");

        Outcome outcome = ferry("--sandbox", script.toString());

        assertEquals("Acme-Cloud\n", outcome.out());
        assertTrue(outcome.err().contains("SIMULATED"), outcome.err());
        assertEquals(
                "Acme-Cloud\n",
                ferry("run", "--sandbox=acme", script.toString()).out());
    }

    @Test
    void in_a_sandbox_every_organization_of_both_sides_is_seen() {
        assertEquals(
                "[Acme-OnPrem, Acme-Labs, Acme-Retail][Acme-Cloud, Acme-Europe, Acme-Training]\n",
                ferry("--sandbox", "-e", "cm.orgs*.name.toString() + atlas.orgs*.name")
                        .out());
    }

    @Test
    void without_credentials_a_script_fails_where_it_needs_them_and_names_both_ways_out() {
        Outcome outcome = ferry("-e", "cm.orgs");

        assertEquals(4, outcome.code());
        assertTrue(outcome.err().contains("'ferry profile add NAME'"), outcome.err());
        assertTrue(outcome.err().contains("--sandbox"), outcome.err());
        assertFalse(outcome.err().contains("SIMULATED"), outcome.err());
    }

    @Test
    void without_credentials_the_shell_opens_on_the_sandbox_and_says_so() {
        Outcome outcome = Outcome.of(Map.of("HOME", home.toString()), "println atlas.orgs['Acme-Cloud'].name\n");

        assertEquals(0, outcome.code());
        assertTrue(outcome.out().contains("Acme-Cloud"), outcome.out());
        String first = outcome.err().lines().findFirst().orElseThrow();
        assertTrue(first.contains("SIMULATED") && first.contains("ferry profile add NAME"), first);
    }

    @Test
    void a_pipe_into_the_shell_ends_with_the_code_of_its_first_failure() {
        Outcome outcome = Outcome.of(Map.of("HOME", home.toString()), "x = = 1\nprintln 'not reached'\n", "--sandbox");

        assertEquals(2, outcome.code());
        assertFalse(outcome.out().contains("not reached"), outcome.out());
    }

    @Test
    void help_and_version_go_to_standard_output() {
        assertTrue(ferry("--help").out().startsWith("Usage: ferry"));
        assertTrue(ferry("profile", "add", "--help").out().contains("--source-private-key-command"));
        assertTrue(ferry("--version").out().startsWith("ferry "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "-vh", "help"})
    void help_lists_every_command_however_it_is_asked_for(String line) {
        String help = ferry(line).out();
        for (String name :
                new CommandLineInterface(Streams.system(Map.of()), Environment.of(Map.of())).commandNames()) {
            assertTrue(help.lines().anyMatch(shown -> shown.startsWith("  " + name + " ")), name);
        }
    }

    @Test
    void a_word_that_begins_with_an_at_is_that_word() throws IOException {
        Path words = Files.writeString(home.resolve("words"), "--version");
        assertEquals(
                "[@" + words + "]\n",
                ferry("-e", "args.toString()", "@" + words).out());
    }

    @Test
    void the_completion_script_knows_the_commands() {
        Outcome outcome = ferry("completion", "bash");

        assertEquals(0, outcome.code());
        assertTrue(outcome.out().contains("complete -F"), outcome.out());
        assertTrue(outcome.out().contains("--source-private-key-env"), outcome.out());
    }

    private Outcome ferry(String... args) {
        return Outcome.of(Map.of("HOME", home.toString()), "", args);
    }

    @ParameterizedTest
    @CsvSource({
        "--sandbox --fault storm --fault 503 -e 1",
        "--sandbox --fault 503 --fault storm -e 1",
        "--fault storm sandbox --fault 503",
        "sandbox --fault 503 --fault storm"
    })
    void a_fault_rule_that_cannot_be_read_is_one_sentence_wherever_it_stands(String line) {
        Outcome outcome = ferry(line.split(" "));

        assertEquals(2, outcome.code());
        assertTrue(
                outcome.err().startsWith("The fault rule 'storm' cannot be read: there is no word 'storm'"),
                outcome.err());
    }

    @Test
    void faults_need_a_sandbox() {
        assertEquals(
                new Outcome(2, "", "--fault needs a sandbox; add --sandbox.\n"), ferry("--fault", "503", "-e", "1"));
    }

    @Test
    void a_fault_happens_in_the_sandbox_of_the_run() {
        Outcome outcome = ferry("--sandbox", "--fault", "404 match=/orgs", "-e", "atlas.orgs.size()");

        assertEquals(1, outcome.code());
        assertTrue(outcome.err().contains("The sandbox was told to answer 404: 404 match=/orgs."), outcome.err());
    }

    @Test
    void the_help_of_the_sandbox_lists_the_words_of_a_fault() {
        assertTrue(ferry("sandbox", "--help").out().contains("  drop-answer                    all is done, then"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sandbox --limit many | A limit is a number of requests, a slash and a span of at least a second,"
                        + " such as 100/60s, not 'many'.",
                "sandbox --limit 9/60s --no-limits | --limit and --no-limits contradict each other; give one of them."
            })
    void limits_that_cannot_be_are_one_sentence(String line, String sentence) {
        assertEquals(new Outcome(2, "", sentence + "\n"), ferry(line.split(" ")));
    }
}
