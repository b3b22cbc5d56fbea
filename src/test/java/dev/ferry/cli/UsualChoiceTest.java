package dev.ferry.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.profile.Folders;
import dev.ferry.rehearsal.Production;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The organization and the project that a profile usually means, in scripts that are given neither. */
final class UsualChoiceTest {
    @TempDir
    Path home;

    @Test
    void a_script_takes_what_the_profile_usually_means_unless_an_option_says_otherwise() throws IOException {
        Path script = Files.writeString(home.resolve("pick.groovy"), """
                def org = pick('--org', atlas.orgs.list(), args.find { it.startsWith('org=') }?.drop(4))
                def project = pick('--project', atlas.projects.list(), null)
                println "$org.name / $project.name"
                """);
        try (Production production = Production.start(0)) {
            Map<String, String> variables = new HashMap<>(production.variables(true));
            variables.put("HOME", home.toString());
            Outcome undecided = Outcome.of(variables, "", "run", script.toString());
            assertEquals(2, undecided.code(), undecided.err());
            assertTrue(undecided.err().contains("Say which one with --org: "), undecided.err());

            String org = id(variables, "atlas.orgs.list().find { it.name == 'Acme-Europe' }.id");
            String project = id(variables, "atlas.projects.list().find { it.name == 'Mobile' }.id");
            Folders.write(
                    home.resolve(".config/ferry/config.toml"),
                    "[profiles.a.target]\norganization = \"" + org + "\"\nproject = \"" + project + "\"\n");

            Outcome usual = Outcome.of(variables, "", "run", script.toString());
            assertEquals(0, usual.code(), usual.err());
            assertEquals("Acme-Europe / Mobile\n", usual.out());
            assertTrue(usual.err().contains("The profile means --org 'Acme-Europe'"), usual.err());
            assertEquals(
                    "Acme-Cloud / Mobile\n",
                    Outcome.of(variables, "", "run", script.toString(), "org=Acme-Cloud")
                            .out());
        }
    }

    private static String id(Map<String, String> variables, String expression) {
        Outcome outcome = Outcome.of(variables, "", "-e", expression);
        assertEquals(0, outcome.code(), outcome.err());
        return outcome.out().strip();
    }
}
