package dev.ferry.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.ferry.api.atlas.Atlas;
import dev.ferry.api.failure.ErrorAnswerException;
import dev.ferry.api.http.ApiClient;
import dev.ferry.output.Secret;
import dev.ferry.profile.ApiKey;
import dev.ferry.profile.Credentials;
import dev.ferry.profile.ServiceAccount;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.function.Executable;

/** A sandbox at a standstill, and Ferry's own client for whoever wants to call its target. */
final class TargetSide implements AutoCloseable {
    final Sandbox sandbox;
    /** The owner of Acme-Cloud, with an API key. */
    final Atlas atlas;

    final String acme;
    final String europe;
    private final List<ApiClient> clients = new ArrayList<>();

    TargetSide() throws IOException {
        sandbox = Sandbox.start(Sandbox.Options.standard().withSpeed(0));
        atlas = new Atlas(client(new ApiKey(
                credential("ORG_OWNER", "Acme-Cloud").publicKey(),
                Secret.of(credential("ORG_OWNER", "Acme-Cloud").privateKey()))));
        acme = Acme.orgId(Side.TARGET, "Acme-Cloud");
        europe = Acme.orgId(Side.TARGET, "Acme-Europe");
    }

    /** The target as an API key of Acme sees it. */
    Atlas as(String role, String orgName) {
        SandboxCredential who = credential(role, orgName);
        return as(new ApiKey(who.publicKey(), Secret.of(who.privateKey())));
    }

    /** The target as the service account sees it that owns all organizations. */
    Atlas asAccount() {
        SandboxCredential who = credential("ORG_OWNER", "Acme-Cloud");
        return as(new ServiceAccount(who.clientId(), Secret.of(who.clientSecret())));
    }

    Atlas as(Credentials who) {
        return new Atlas(client(who));
    }

    SandboxCredential credential(String role, String orgName) {
        return sandbox.credentials().stream()
                .filter(each -> each.side().equals("target")
                        && each.role().equals(role)
                        && each.orgName().equals(orgName))
                .findFirst()
                .orElseThrow();
    }

    String project(String name) {
        return atlas.getProjects().byName(name).id();
    }

    static void refused(int status, String code, Executable call) {
        ErrorAnswerException refused = assertThrows(ErrorAnswerException.class, call);
        assertEquals(status + " " + code, refused.status() + " " + refused.errorCode(), refused.getMessage());
    }

    private ApiClient client(Credentials who) {
        ApiClient client = new ApiClient(sandbox.connection(who), ApiClient.Settings.defaults());
        clients.add(client);
        return client;
    }

    @Override
    public void close() {
        clients.forEach(ApiClient::close);
        sandbox.close();
    }
}
