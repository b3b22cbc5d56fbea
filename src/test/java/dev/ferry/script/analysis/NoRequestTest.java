package dev.ferry.script.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.ferry.api.failure.ApiException;
import dev.ferry.api.http.ApiClient;
import dev.ferry.output.Secret;
import dev.ferry.profile.ApiKey;
import dev.ferry.profile.Connection;
import dev.ferry.script.analysis.type.Scope;
import groovy.lang.GroovyShell;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.junit.jupiter.api.Test;

/** The same lines, evaluated and completed, before a server that counts. */
class NoRequestTest {

    @Test
    void evaluating_a_line_calls_the_server_and_completing_it_never_does() throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            server.start();
            server.enqueue(new MockResponse.Builder().code(404).body("{}").build());
            Connection connection =
                    new Connection(server.url("/").uri(), new ApiKey("public", Secret.of("not-a-real-key-1234")), null);
            try (ApiClient client =
                    new ApiClient(connection, ApiClient.Settings.defaults().withoutLookBefore())) {
                ServedScript.serve(client);
                CompilerConfiguration configuration = new CompilerConfiguration();
                configuration.setScriptBaseClass(ServedScript.class.getName());
                GroovyShell shell = new GroovyShell(getClass().getClassLoader(), configuration);

                ApiException failure = assertThrows(
                        ApiException.class, () -> shell.evaluate("atlas.projects.delete('32b6e34b3d91647abb20e7b8')"));
                int counted = server.getRequestCount();
                assertEquals(1, counted, () -> "the line reaches the server when it is run: " + failure);

                Analysis analysis = new Analysis(ServedScript.class, getClass().getClassLoader());
                for (String typed : List.of(
                        "atlas.projects.delete('32b6e34b3d91647abb20e7b8').",
                        "x = atlas.projects.delete('32b6e34b3d91647abb20e7b8').",
                        "println(atlas.projects.delete('32b6e34b3d91647abb20e7b8')); atlas.",
                        "println \"${atlas.projects.delete('32b6e34b3d91647abb20e7b8')} ${atlas.",
                        "cm.links.delete('32b6e34b3d91647abb20e7b8').",
                        "atlas.orgs.",
                        "atlas.orgs['x'].",
                        "atlas.delete('/groups/32b6e34b3d91647abb20e7b8').")) {
                    for (int cursor = 0; cursor <= typed.length(); cursor++) {
                        analysis.complete(typed, cursor, Scope.EMPTY);
                        analysis.signature(typed, cursor, Scope.EMPTY);
                    }
                    analysis.declaredTypes(typed + "x", Scope.EMPTY);
                    analysis.completeness(typed);
                    analysis.check(typed, Scope.EMPTY);
                }
                assertEquals(counted, server.getRequestCount());
            }
        }
    }
}
