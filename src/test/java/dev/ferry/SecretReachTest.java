package dev.ferry;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.ferry.api.json.RevealingJson;
import dev.ferry.output.Redactor;
import dev.ferry.output.Secret;
import java.io.Serializable;
import org.junit.jupiter.api.Test;

/** Holds the value of a secret to the places that send it or keep it for the next process. */
class SecretReachTest {
    /**
     * Who authenticates, who writes the body of a request, who writes the user's settings, and the sandbox, which is a service, with
     * the rehearsal that gives its twin the keys of the session.
     */
    private static final String[] MAY_REVEAL = {
        "dev.ferry.api.http",
        "dev.ferry.api.login",
        "dev.ferry.api.json",
        "dev.ferry.api.network",
        "dev.ferry.profile..",
        "dev.ferry.sandbox",
        "dev.ferry.rehearsal.."
    };

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.ferry");

    @Test
    void only_who_sends_a_secret_or_keeps_the_settings_asks_for_its_value() {
        noClasses()
                .that()
                .resideOutsideOfPackages(MAY_REVEAL)
                .should()
                .callMethod(Secret.class, "reveal")
                .check(CLASSES);
    }

    @Test
    void only_requests_and_the_file_of_tokens_are_written_with_values() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.ferry.api.http", "dev.ferry.api.json", "dev.ferry.api.login", "dev.ferry.api.argument")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(RevealingJson.class)
                .check(CLASSES);
    }

    @Test
    void no_secret_can_be_serialized_and_only_the_entry_point_wipes_them() {
        noClasses()
                .that()
                .belongToAnyOf(Secret.class)
                .should()
                .beAssignableTo(Serializable.class)
                .check(CLASSES);
        noClasses()
                .that()
                .doNotBelongToAnyOf(Ferry.class)
                .should()
                .callMethod(Redactor.class, "wipe")
                .check(CLASSES);
    }
}
