package dev.ferry;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the packages to the order in which docs/architecture.md lists them: a room knows only rooms below it. */
class PackageOrderTest {
    private static final List<String> FROM_TOP_TO_BOTTOM = List.of(
            "dev.ferry",
            "dev.ferry.cli",
            "dev.ferry.shell",
            "dev.ferry.shell.command",
            "dev.ferry.help",
            "dev.ferry.runbook",
            "dev.ferry.script",
            "dev.ferry.rehearsal.plan",
            "dev.ferry.rehearsal",
            "dev.ferry.migration",
            "dev.ferry.journal",
            "dev.ferry.guard",
            "dev.ferry.names",
            "dev.ferry.access",
            "dev.ferry.script.analysis",
            "dev.ferry.script.analysis.complete",
            "dev.ferry.script.analysis.check",
            "dev.ferry.script.analysis.call",
            "dev.ferry.script.analysis.type",
            "dev.ferry.script.analysis.text",
            "dev.ferry.javadoc",
            "dev.ferry.sandbox",
            "dev.ferry.api.atlas",
            "dev.ferry.api.cloudmanager",
            "dev.ferry.api.http",
            "dev.ferry.api.change",
            "dev.ferry.api.argument",
            "dev.ferry.api.login",
            "dev.ferry.api.network",
            "dev.ferry.api.json",
            "dev.ferry.api.catalog",
            "dev.ferry.api.failure",
            "dev.ferry.api",
            "dev.ferry.profile",
            "dev.ferry.profile.keyring",
            "dev.ferry.profile.toml",
            "dev.ferry.output");

    static {
        // Only our own classes are asked about; without this, ArchUnit reads those of every library too.
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
    }

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.ferry");

    @Test
    void every_package_has_its_place_in_the_order() {
        noClasses()
                .should()
                .resideOutsideOfPackages(FROM_TOP_TO_BOTTOM.toArray(String[]::new))
                .check(CLASSES);
    }

    @Test
    void the_page_on_the_architecture_has_a_row_for_each_in_the_same_order() throws IOException {
        Pattern row = Pattern.compile("^\\| `(dev\\.ferry[a-z.]*)` \\| .+ \\|$", Pattern.MULTILINE);
        String page = Files.readString(Path.of("docs", "architecture.md"));
        assertEquals(
                FROM_TOP_TO_BOTTOM,
                row.matcher(page).results().map(found -> found.group(1)).toList());
    }

    @Test
    void there_are_no_circles_between_packages() {
        SlicesRuleDefinition.slices()
                .matching("dev.ferry.(**)")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @TestFactory
    List<DynamicTest> a_room_knows_only_rooms_below_it() {
        return FROM_TOP_TO_BOTTOM.stream()
                .skip(1)
                .map(room -> DynamicTest.dynamicTest(room, () -> {
                    List<String> above = FROM_TOP_TO_BOTTOM.subList(0, FROM_TOP_TO_BOTTOM.indexOf(room));
                    noClasses()
                            .that()
                            .resideInAPackage(room)
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(above.toArray(String[]::new))
                            .allowEmptyShould(true)
                            .check(CLASSES);
                }))
                .toList();
    }
}
