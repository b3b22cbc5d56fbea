package dev.ferry.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.script.analysis.Analysis;
import dev.ferry.script.analysis.type.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PrintFunctionsTest {
    private static final String HOSTS = """
            def hosts = [
                [name: 'host-10', region: [name: 'EU', zones: [[id: 1], [id: 2]]], size: 30, note: null],
                [name: 'Host-9', region: [name: 'US', zones: [[id: 3]]], size: 4, note: 'z'],
                [name: 'host-2', region: null, size: null, note: 'a']]
            """;

    @TempDir
    private Path folder;

    private final Screen screen = new Screen();
    private final Interpreter interpreter =
            new Interpreter(Session.builder().streams(screen.streams()).build());

    /** Rows are written in one line with slashes between them, blanks as they are. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            table(hosts, 'size', 'name')                            | size  name/  30  host-10/   4  Host-9/      host-2
            table hosts, 'name', sort: 'name'                       | name/host-2/Host-9/host-10
            table hosts, 'name', sort: '-name'                      | name/host-10/Host-9/host-2
            csv hosts, 'name', sort: 'size'                         | name/Host-9/host-10/host-2
            csv hosts, 'name', sort: '-size'                        | name/host-10/Host-9/host-2
            csv hosts, 'name', sort: 'note', reverse: true          | name/host-10/Host-9/host-2
            csv hosts, 'name', sort: ['note', 'name'], limit: 1     | name/host-2
            csv hosts, 'name', sort: 'note, name', limit: 1         | name/host-2
            csv hosts, 'name', limit: 0                             |
            csv hosts, 'region.name'                                | region.name/EU/US/
            csv hosts, 'region.zones.id'                            | region.zones.id/"[1,2]"/[3]/
            csv hosts, columns: ['size', 'name'], limit: 1          | size,name/30,host-10
            csv hosts, "${'na'}me", limit: 1                        | name/host-10
            csv(hosts.stream(), 'name', limit: 2)                   | name/host-10/Host-9
            table hosts[0], 'size', 'region.name'                   | size         30/region.name  EU
            table([size: 1, name: 'a'], 'name')                     | name  a
            table hosts, 'size', title: "${1 + 1} hosts", limit: 1  | 2 hosts/size/  30
            jsonl hosts, 'size', reverse: true, limit: 2            | {"size":null}/{"size":4}
            json hosts, 'size', limit: 1                            | [/  {/    "size": 30/  }/]
            yaml hosts, 'size', limit: 1                            | - size: 30
            show hosts, 'size', limit: 1                            | size/  30
            page hosts, 'size', limit: 1                            | size/  30
            show([to: 'x'])                                         | to  x
            jsonl([])                                               |
            """)
    void named_arguments_choose_what_is_printed(String line, String rows) {
        interpreter.evaluate(Source.line(HOSTS + line));
        assertEquals(rows == null ? "" : rows.replace("/", "\n") + "\n", screen.out());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            table hosts, 'naem'            | There is no column 'naem'. Did you mean 'name'? There are name, region, size, note.
            table hosts, 'region.nam'      | There is no column 'region.nam'. Did you mean 'region.name'? There are region.name, region.zones.
            table hosts, 'name.first'      | There is no column 'name.first': the values of 'name' have no fields.
            table hosts, sort: '-siez'     | There is no column 'siez'. Did you mean 'size'? There are name, region, size, note.
            csv([1], 'a')                  | There is no column 'a': these values have no fields.
            csv hosts, tilte: 'x'          | `csv` knows no `tilte`. It knows columns, sort, reverse, limit, to, overwrite, append.
            table hosts, colums: 'x'       | `table` knows no `colums`. Did you mean 'columns'? It knows columns, sort, reverse, limit, to, overwrite, append, wide, title.
            page hosts, to: 'x'            | `page` knows no `to`. It knows columns, sort, reverse, limit, wide, title.
            table hosts, limit: 'ten'      | `limit` is a number, and 'ten' is none.
            table hosts, limit: -1         | 'limit' cannot be -1: it is how many are shown at most.
            csv hosts, overwrite: true     | `overwrite` and `append` are about a file: name it with `to: 'file'`.
            csv hosts, to: ''              | `to` names no file.
            """)
    void what_cannot_be_is_refused_before_anything_is_printed(String line, String sentence) {
        var failure = assertThrows(ScriptException.class, () -> interpreter.evaluate(Source.line(HOSTS + line)));
        assertTrue(failure.getMessage().contains(sentence), failure.getMessage());
        assertEquals("", screen.out());
    }

    @Test
    void a_field_of_a_record_is_there_even_if_no_answer_had_it_and_under_both_its_names() {
        interpreter.evaluate(Source.line("""
                record Job(@com.squareup.moshi.Json(name = '_id') String id, String note) {}
                csv([new Job('1', null)], 'id', '_id', 'note')"""));
        assertEquals("id,_id,note\n1,1,\n", screen.out());
    }

    @Test
    void every_function_writes_into_a_file() throws IOException {
        for (String function : List.of("show", "table", "json", "jsonl", "yaml", "csv")) {
            Path file = folder.resolve(function);
            interpreter.evaluate(Source.line(function + " 'text', to: '" + file + "'"));
            interpreter.evaluate(Source.line(function + "('text', to: new File('" + file
                    + "'), append: true)"
                            .replace(
                                    ", append: true",
                                    function.equals("json") ? ", overwrite: true" : ", append: true")));
            assertTrue(Files.readString(file).contains("text"), function);
        }
        assertEquals("", screen.out());
        assertEquals("value\ntext\ntext\n", Files.readString(folder.resolve("csv")));
    }

    @Test
    void a_page_beyond_the_limit_is_never_asked_for() {
        interpreter.evaluate(Source.line("""
                def asked = 0
                def endless = new Iterator() {
                    boolean hasNext() { asked++; true }
                    Object next() { [a: asked] }
                }
                csv(endless, 'a', limit: 3)
                println asked"""));
        assertEquals("a\n1\n2\n3\n3\n", screen.out());
    }

    @Test
    void they_are_offered_and_their_named_arguments_too() {
        var analysis = new Analysis(FerryScript.class, FerryScript.class.getClassLoader());
        var offered =
                analysis.complete("table([1], ", 11, Scope.EMPTY).candidates().toString();
        assertTrue(offered.contains("sort") && offered.contains("overwrite"), offered);
    }
}
