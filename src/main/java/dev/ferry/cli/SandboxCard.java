package dev.ferry.cli;

import com.squareup.moshi.Moshi;
import dev.ferry.sandbox.Sandbox;
import dev.ferry.sandbox.SandboxCredential;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How to reach a sandbox: what {@code ferry sandbox} prints.
 *
 * @param source the owner's credential of Cloud Manager
 * @param target the owner's credential of Atlas
 * @param others every other credential
 */
record SandboxCard(
        URI baseUrl,
        @Nullable Path caFile,
        SandboxCredential source,
        SandboxCredential target,
        List<SandboxCredential> others) {

    static SandboxCard of(Sandbox sandbox) {
        List<SandboxCredential> others = new ArrayList<>(sandbox.credentials());
        SandboxCredential source = first(others, "source");
        SandboxCredential target = first(others, "target");
        others.remove(source);
        others.remove(target);
        return new SandboxCard(sandbox.baseUrl(), sandbox.caFile(), source, target, List.copyOf(others));
    }

    /** For programs: one line, secrets included, which no printer of ours would show. */
    String json() {
        return new Moshi.Builder()
                .build()
                .adapter(Object.class)
                .serializeNulls()
                .toJson(tree());
    }

    private Map<String, @Nullable Object> tree() {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("baseUrl", baseUrl.toString());
        tree.put("caFile", caFile == null ? null : caFile.toString());
        tree.put("cloudManager", credential(source));
        tree.put("atlas", credential(target));
        tree.put("credentials", others.stream().map(SandboxCard::withRole).toList());
        return tree;
    }

    /** For people, and for {@code eval} in the shell of another terminal. */
    String lines() {
        StringBuilder lines = new StringBuilder();
        remark(lines, "Cloud Manager, " + described(source));
        variable(lines, "MCLI_OPS_MANAGER_URL", baseUrl);
        variable(lines, "MCLI_PUBLIC_API_KEY", source.publicKey());
        variable(lines, "MCLI_PRIVATE_API_KEY", source.privateKey());
        account(lines, source);
        remark(lines, "Atlas, " + described(target));
        variable(lines, "MONGODB_ATLAS_BASE_URL", baseUrl);
        variable(lines, "MONGODB_ATLAS_PUBLIC_API_KEY", target.publicKey());
        variable(lines, "MONGODB_ATLAS_PRIVATE_API_KEY", target.privateKey());
        account(lines, target);
        if (caFile != null) {
            remark(lines, "The certificate authority to trust.");
            variable(lines, "FERRY_CA_FILE", caFile);
        }
        for (SandboxCredential other : others) {
            remark(lines, other.side() + ", " + described(other) + ": " + other.publicKey() + " " + other.privateKey());
            account(lines, other);
        }
        return lines.toString();
    }

    private static SandboxCredential first(List<SandboxCredential> credentials, String side) {
        return credentials.stream()
                .filter(credential -> credential.side().equals(side))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, @Nullable Object> withRole(SandboxCredential credential) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("side", credential.side());
        tree.put("role", credential.role());
        if (credential.groupId() != null) {
            tree.put("groupId", credential.groupId());
        }
        tree.putAll(credential(credential));
        return tree;
    }

    private static Map<String, @Nullable Object> credential(SandboxCredential credential) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("orgId", credential.orgId());
        tree.put("orgName", credential.orgName());
        tree.put("publicKey", credential.publicKey());
        tree.put("privateKey", credential.privateKey());
        tree.put("clientId", credential.clientId());
        tree.put("clientSecret", credential.clientSecret());
        return tree;
    }

    private static String described(SandboxCredential credential) {
        return credential.role() + " in " + credential.orgName() + " (" + credential.orgId() + ")"
                + (credential.groupId() == null ? "" : ", project " + credential.groupId());
    }

    private static void remark(StringBuilder lines, String text) {
        lines.append("# ").append(text).append('\n');
    }

    private static void variable(StringBuilder lines, String name, Object value) {
        lines.append("export ").append(name).append("='").append(value).append("'\n");
    }

    private static void account(StringBuilder lines, SandboxCredential credential) {
        if (credential.clientId() != null) {
            remark(lines, "or its service account: " + credential.clientId() + " " + credential.clientSecret());
        }
    }
}
