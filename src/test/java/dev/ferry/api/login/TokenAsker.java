package dev.ferry.api.login;

import dev.ferry.JavaProcess;
import dev.ferry.api.http.ApiClient;
import dev.ferry.api.http.WireServer;
import dev.ferry.output.Secret;
import dev.ferry.profile.Connection;
import dev.ferry.profile.ServiceAccount;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A process that makes one call with a service account, as any Ferry does. */
final class TokenAsker {
    private TokenAsker() {}

    /** @param args address, client id, client secret, token folder, and how many calls */
    public static void main(String[] args) {
        ApiClient.Settings settings =
                WireServer.ONCE.withTokenFolder(Path.of(args[3])).withNotices(System.out::println);
        Connection connection =
                new Connection(URI.create(args[0]), new ServiceAccount(args[1], Secret.of(args[2])), null);
        try (ApiClient client = new ApiClient(connection, settings)) {
            for (int i = 0; i < Integer.parseInt(args[4]); i++) {
                System.out.println(client.call("GET", "/api/atlas/v2/orgs", Map.of(), null));
            }
        }
    }

    /** Starts one. */
    static Process start(URI address, ServiceAccount account, Path folder, int calls) throws IOException {
        return JavaProcess.of(
                        TokenAsker.class,
                        List.of(),
                        List.of(
                                address.toString(),
                                account.clientId(),
                                account.clientSecret().reveal(),
                                folder.toString(),
                                String.valueOf(calls)))
                .redirectErrorStream(true)
                .start();
    }

    /** What one has said when it has ended. */
    static String text(Process process) throws IOException {
        try (InputStream said = process.getInputStream()) {
            return new String(said.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
