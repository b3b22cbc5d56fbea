package dev.ferry.api.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.ferry.output.RecordFields;
import dev.ferry.output.ShownFirst;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ShownFirstTest {
    @Test
    void the_fields_that_are_looked_for_first_are_fields_of_the_record() {
        List<Class<?>> marked = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("dev.ferry.api").stream()
                        .filter(type -> type.isAnnotatedWith(ShownFirst.class))
                        .<Class<?>>map(type -> type.reflect())
                        .toList();
        assertTrue(marked.size() > 20, marked.toString());
        for (Class<?> type : marked) {
            List<String> fields = RecordFields.of(type.asSubclass(Record.class)).stream()
                    .map(RecordFields.Field::name)
                    .toList();
            for (String name :
                    Arrays.asList(type.getAnnotation(ShownFirst.class).value())) {
                assertEquals(1, fields.stream().filter(name::equals).count(), type + " has no field " + name);
            }
        }
    }
}
