package dev.ferry.profile.toml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TomlTextTest {
    private static final String TEXT = """
            # [not.a.table]
            top = "x = 1 # no remark"   # a remark = with a sign
              indented= 'C:\\'

            [profiles."a b".source]
            public_key = \"\"\"
            not_a_key = 1
            ""\"\"\"
            list = [ 1, # two
              'three', { inner = [2] } ]
            [ 'x' . y ]
            z = 1979-05-27 07:32:00
            dotted . key = true
            table = { a = 1, b = { "c.d" = 2 } }
            """;

    @ParameterizedTest
    @CsvSource({
        "top,2,1,2,7",
        "indented,3,3,3,13",
        "profiles,5,1,,",
        "profiles|a b|source,5,1,,",
        "profiles|a b|source|public_key,6,1,6,14",
        "profiles|a b|source|list,9,1,9,8",
        "profiles|a b|source|list|inner,10,14,10,22",
        "x|y,11,1,,",
        "x|y|z,12,1,12,5",
        "x|y|dotted|key,13,1,13,16",
        "x|y|table|b|c.d,14,24,14,32",
    })
    void a_key_and_its_value_are_found_whatever_stands_around_them(
            String path, int line, int column, Integer valueLine, Integer valueColumn) throws TomlException {
        TomlText text = TomlText.parse(TEXT);
        List<String> parts = List.of(path.split("\\|"));

        assertEquals(Optional.of(new Place(line, column)), text.key(parts));
        assertEquals(
                valueLine == null ? Optional.empty() : Optional.of(new Place(valueLine, valueColumn)),
                text.value(parts));
    }

    @Test
    void what_stands_in_texts_and_remarks_is_no_key() throws TomlException {
        TomlText text = TomlText.parse(TEXT);

        assertEquals(Optional.empty(), text.key(List.of("not")));
        assertEquals(Optional.empty(), text.key(List.of("profiles", "a b", "source", "not_a_key")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "a = 1\\nb == 2 ~ line 2, column 4: a text has to stand in quotation marks; only true, false, numbers and dates do without",
                "a = 1\\n  b 2 ~ line 2, column 5: '=' has to follow the name of a setting",
                "a = 1 b = 2 ~ line 1, column 5: a text has to stand in quotation marks; only true, false, numbers and dates do without",
                "a = 'x' b = 2 ~ line 1, column 9: there is more on the line than one setting",
                "a = ~ line 1, column 4: a value is missing",
                "a = yes ~ line 1, column 5: a text has to stand in quotation marks; only true, false, numbers and dates do without",
                "a = [1, 2\\nb = 3 ~ line 2, column 1: a comma has to stand between two values of a list",
                "a = [1, 2 ~ line 1, column 5: the list that begins here has no ] at its end",
                "ö = 1\\nü* = 2 ~ line 1, column 1: the name of a setting has to stand here, of letters, digits, '-' and '_'",
                "[[a] ~ line 1, column 4: a table's name ends with ]]",
                "a = 1\\nb = 2\\na = 3 ~ line 3, column 1: this setting was given before, in line 1",
                "[t]\\na = 1\\n[u]\\n a = 1\\n a = 2 ~ line 5, column 2: this setting was given before, in line 4",
                "[t]\\n[u]\\n[t] ~ line 3, column 1: this table was begun before, in line 1",
                "a = \"\"\"x ~ line 1, column 5: the text that begins here has no quotation mark at its end",
            })
    void a_mistake_is_told_with_the_character_where_it_is(String text, String expected) {
        TomlException refused = assertThrows(TomlException.class, () -> TomlText.parse(text.replace("\\n", "\n")));

        assertEquals(expected, refused.place() + ": " + refused.getMessage());
    }

    @Test
    void a_mistake_that_only_the_parser_sees_has_a_place_too() {
        TomlException refused =
                assertThrows(TomlException.class, () -> TomlText.parse("a = 1\nb = 2\na.c = 3\nc = 4\n"));

        assertEquals(3, refused.place().line());
    }
}
