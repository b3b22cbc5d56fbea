package dev.ferry.script;

import com.squareup.moshi.Moshi;
import dev.ferry.dist.Launch;
import dev.ferry.suite.Signals;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** {@code ferry sandbox} in a process of its own, and what it printed about itself. */
public final class SandboxProcess implements AutoCloseable {

    private final Process process;
    private final Map<?, ?> card;

    private SandboxProcess(Process process, Map<?, ?> card) {
        this.process = process;
        this.card = card;
    }

    /** Starts one on any free port, at a speed at which a migration takes seconds. */
    public static SandboxProcess start(String... options) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(Launch.dist().resolve("bin/ferry").toString()));
        command.addAll(List.of("-o", "json", "sandbox", "--speed", "3000"));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(Signals.byDefault(command))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = Objects.requireNonNull(out.readLine(), "the sandbox ended before it answered");
        Map<?, ?> card = new Moshi.Builder().build().adapter(Map.class).fromJson(line);
        return new SandboxProcess(process, Objects.requireNonNull(card));
    }

    /** The variables with which another process works on this sandbox with the owners' API keys. */
    public Map<String, String> keys() {
        return variables("PUBLIC_API_KEY", "publicKey", "PRIVATE_API_KEY", "privateKey");
    }

    /** The same with their service accounts. */
    public Map<String, String> serviceAccounts() {
        return variables("CLIENT_ID", "clientId", "CLIENT_SECRET", "clientSecret");
    }

    /** One of the other credentials. */
    Map<?, ?> credential(String side, String role, String orgName) {
        return ((List<?>) card.get("credentials"))
                .stream()
                        .map(each -> (Map<?, ?>) each)
                        .filter(each -> side.equals(each.get("side"))
                                && role.equals(each.get("role"))
                                && orgName.equals(each.get("orgName")))
                        .findFirst()
                        .orElseThrow();
    }

    private Map<String, String> variables(String idName, String id, String secretName, String secret) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("MCLI_OPS_MANAGER_URL", String.valueOf(card.get("baseUrl")));
        variables.put("MONGODB_ATLAS_BASE_URL", String.valueOf(card.get("baseUrl")));
        if (card.get("caFile") != null) {
            variables.put("FERRY_CA_FILE", String.valueOf(card.get("caFile")));
        }
        Map.of("MCLI_", "cloudManager", "MONGODB_ATLAS_", "atlas").forEach((prefix, side) -> {
            Map<?, ?> owner = (Map<?, ?>) Objects.requireNonNull(card.get(side));
            variables.put(prefix + idName, String.valueOf(owner.get(id)));
            variables.put(prefix + secretName, String.valueOf(owner.get(secret)));
        });
        return variables;
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }
}
