package dev.ferry.script.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.ferry.script.analysis.type.Scope;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckTest {

    private static final Analysis ANALYSIS = new Analysis(CountingScript.class, CheckTest.class.getClassLoader());

    private static List<String> complaints(String text) {
        return ANALYSIS.check(text, Scope.EMPTY).diagnostics().stream()
                .map(each -> each.line() + ":" + each.column() + " " + each.message()
                        + (each.suggestion().isEmpty() ? "" : " [" + each.suggestion() + "]"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    atlas.clusters.lst()                   | 1:16 Clusters has no method 'lst'. [list]
                    y = atlas.orgs.list(); y.tpyo          | 1:26 Listing has no 'tpyo'.
                    atlas.orgs.list().each { it.nmae }     | 1:29 Organization has no 'nmae'. [name]
                    atlas.api.lstOrgs()                    | 1:11 atlas.api has no operation 'lstOrgs'. [listOrgs]
                    def proj = 1; println porj             | 1:23 Nothing here is called 'porj'. [proj]
                    tabel atlas.orgs                       | 1:1 There is no function 'tabel'. [table]
                    def x = [1, 2                          | 1:9 '[' is not closed.
                    """)
    void what_cannot_be_right_is_said_with_its_place_and_what_was_meant(String text, String complaint) {
        assertEquals(List.of(complaint), complaints(text));
    }

    @Test
    void nothing_of_the_text_runs_or_is_downloaded(@TempDir Path folder) {
        Path file = folder.resolve("written");
        int touched = CountingScript.TOUCHED.get();

        complaints("@Grab('no.such:thing:1') import no.such.Thing\nnew File('" + file + "') << 'x'; atlas.orgs.list()");
        complaints("@groovy.transform.ASTTest(value = { new File('" + file + "') << 'x' }) class A {}");
        complaints("class B { static { new File('" + file + "') << 'x' } }; new B()");

        assertFalse(Files.exists(file));
        assertEquals(touched, CountingScript.TOUCHED.get());
    }

    @Test
    void every_request_is_told_at_its_place() {
        List<String> told = ANALYSIS.check("""
                        def shop = atlas.projects['shop']
                        atlas.clusters.list(shop.id).each { atlas.clusters.&delete.call(shop.id, it.name) }
                        atlas.patch("/groups/$shop.id", [name: 'x'])
                        cm.api.listOrgs()
                        """, Scope.EMPTY).effects().stream()
                .map(each -> each.line() + " " + each.call() + " " + each.method() + " " + each.path()
                        + (each.changes() ? " changes" : ""))
                .toList();

        assertEquals(
                List.of(
                        "1 atlas.projects.list GET /api/atlas/v2/groups",
                        "2 atlas.clusters.list GET /api/atlas/v2/groups/{groupId}/clusters",
                        "2 atlas.clusters.delete DELETE /api/atlas/v2/groups/{groupId}/clusters/{clusterName} changes",
                        "3 atlas.patch PATCH /api/atlas/v2/groups/{groupId} changes",
                        "4 cm.api.listOrgs GET /api/public/v1.0/orgs"),
                told);
    }
}
