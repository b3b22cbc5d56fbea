package dev.ferry.sandbox;

import dev.ferry.JavaProcess;
import dev.ferry.profile.ApiKey;
import dev.ferry.profile.ServiceAccount;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A process of its own that has one sandbox after the other, each new and none slower to come than a request. */
public final class Sandboxes implements AutoCloseable {
    private final Process process;
    private final Writer in;
    private final BufferedReader out;

    private Sandboxes(Process process) {
        this.process = process;
        this.in = process.outputWriter(StandardCharsets.UTF_8);
        this.out = process.inputReader(StandardCharsets.UTF_8);
    }

    /**
     * One of them.
     *
     * @param url where it is
     * @param accounts the service accounts of both owners, as Ferry reads them from the environment
     * @param keys their API keys, each of which sees one organization
     */
    public record Another(URI url, Map<String, String> accounts, Map<String, String> keys) {}

    /** Starts the process. */
    public static Sandboxes start() throws IOException {
        return new Sandboxes(JavaProcess.of(Sandboxes.class, List.of(), List.of())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /** Ends the sandbox before and starts the next. */
    public Another next(double speed) throws IOException {
        in.write(speed + "\n");
        in.flush();
        String line = out.readLine();
        if (line == null) {
            throw new IOException("the process of the sandboxes has ended");
        }
        String[] words = line.split(" ", -1);
        return new Another(
                URI.create(words[0]),
                Map.of(
                        "MCLI_CLIENT_ID", words[1],
                        "MCLI_CLIENT_SECRET", words[2],
                        "MONGODB_ATLAS_CLIENT_ID", words[3],
                        "MONGODB_ATLAS_CLIENT_SECRET", words[4]),
                Map.of(
                        "MCLI_PUBLIC_API_KEY", words[5],
                        "MCLI_PRIVATE_API_KEY", words[6],
                        "MONGODB_ATLAS_PUBLIC_API_KEY", words[7],
                        "MONGODB_ATLAS_PRIVATE_API_KEY", words[8]));
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** The other side: a line asks for the next sandbox, and the end of the input for the end. */
    public static void main(String[] args) throws IOException {
        BufferedReader asked = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Sandbox now = null;
        for (String speed = asked.readLine(); speed != null; speed = asked.readLine()) {
            if (now != null) {
                now.close();
            }
            now = Sandbox.start(Sandbox.Options.standard()
                    .withSpeed(Double.parseDouble(speed))
                    .withLimits(Limits.none()));
            ServiceAccount source = (ServiceAccount) now.sourceAccount().credentials();
            ServiceAccount target = (ServiceAccount) now.targetAccount().credentials();
            ApiKey sourceKey = (ApiKey) now.source().credentials();
            ApiKey targetKey = (ApiKey) now.target().credentials();
            System.out.println(String.join(
                    " ",
                    now.baseUrl().toString(),
                    source.clientId(),
                    source.clientSecret().reveal(),
                    target.clientId(),
                    target.clientSecret().reveal(),
                    sourceKey.publicKey(),
                    sourceKey.privateKey().reveal(),
                    targetKey.publicKey(),
                    targetKey.privateKey().reveal()));
            System.out.flush();
        }
        if (now != null) {
            now.close();
        }
    }
}
