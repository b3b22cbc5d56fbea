package dev.ferry.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.squareup.moshi.Moshi;
import dev.ferry.api.catalog.Catalog;
import groovy.lang.Binding;
import groovy.lang.Closure;
import groovy.lang.GroovyShell;
import groovy.lang.Script;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class IdeCommandTest {
    @TempDir
    Path folder;

    private Outcome ide(String... arguments) {
        String[] all = new String[arguments.length + 2];
        all[0] = "ide";
        all[1] = folder.toString();
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return Outcome.of(Map.of("HOME", folder.toString()), "", all);
    }

    /** Takes down what a description says, as the editor that reads it would. */
    public abstract static class Description extends Script {
        final Map<String, Map<?, ?>> members = new LinkedHashMap<>();

        public Object scriptScope() {
            return "script";
        }

        public Object context(Map<?, ?> where) {
            return where;
        }

        public Object parameter(Map<?, ?> parameter) {
            return parameter.get("name");
        }

        public void contributor(Object context, Closure<?> members) {
            String where = String.valueOf(((Map<?, ?>) context).get("ctype"));
            members.setDelegate(new Members(this, where));
            members.setResolveStrategy(Closure.DELEGATE_FIRST);
            members.call();
        }
    }

    /** The members of one context. */
    public record Members(Description description, String where) {
        public void property(Map<?, ?> property) {
            description.members.put(property.get("name") + "", property);
        }

        public void method(Map<?, ?> method) {
            description.members.merge(
                    (where.equals("null") ? "" : "api.") + method.get("name"), method, (first, later) -> later);
        }
    }

    @Test
    void the_description_compiles_and_names_what_scripts_see() throws Exception {
        assertEquals(0, ide().code());
        CompilerConfiguration configuration = new CompilerConfiguration();
        configuration.setScriptBaseClass(Description.class.getName());
        Description description =
                (Description) new GroovyShell(getClass().getClassLoader(), new Binding(), configuration)
                        .parse(Files.readString(folder.resolve("ferry.gdsl")));
        description.run();

        Map<String, Map<?, ?>> members = description.members;
        assertEquals("dev.ferry.api.atlas.Atlas", members.get("atlas").get("type"));
        assertEquals(
                "dev.ferry.api.cloudmanager.CloudManager", members.get("cm").get("type"));
        assertTrue(members.keySet().containsAll(List.of("args", "step", "await", "pick", "table", "confirm")));
        assertEquals(List.of("timeout", "every", "until"), members.get("await").get("namedParams"));
        assertTrue(((List<?>) members.get("api.getGroupCluster").get("namedParams"))
                .containsAll(List.of("groupId", "clusterName")));
        Catalog.atlas().operations().forEach(each -> assertTrue(members.containsKey("api." + each.id()), each.id()));
        for (String property : List.of("atlas", "cm")) {
            Class.forName(String.valueOf(members.get(property).get("type")));
        }
    }

    @Test
    void the_class_path_names_files_that_are_there() throws Exception {
        ide();
        Map<?, ?> settings = (Map<?, ?>) new Moshi.Builder()
                .build()
                .adapter(Object.class)
                .fromJson(Files.readString(folder.resolve(".vscode/settings.json")));
        List<?> classPath = (List<?>) settings.get("groovy.classpath");

        assertFalse(classPath.isEmpty());
        classPath.forEach(each -> assertTrue(Files.exists(Path.of(String.valueOf(each))), String.valueOf(each)));
        var library = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(folder.resolve(".idea/libraries/ferry.xml").toFile());
        assertEquals(classPath.size(), library.getElementsByTagName("root").getLength());
    }

    @Test
    void what_is_there_stays_unless_it_may_be_replaced() throws Exception {
        Path settings = folder.resolve(".vscode/settings.json");
        Files.createDirectories(settings.getParent());
        Files.writeString(settings, "{\"mine\": 1}");

        Outcome outcome = ide();

        assertEquals(2, outcome.code());
        assertEquals("{\"mine\": 1}", Files.readString(settings));
        assertTrue(outcome.err().contains(settings + " is there already and stays as it is"), outcome.err());
        assertTrue(outcome.out().contains("\"groovy.classpath\": ["), outcome.out());
        assertEquals(0, ide("--force").code());
        assertTrue(Files.readString(settings).contains("groovy.classpath"));
        assertEquals(0, ide().code(), "what is as it should be is no reason to refuse");
    }
}
