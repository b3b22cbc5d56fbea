package dev.ferry.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.ApiSide;
import dev.ferry.api.atlas.Atlas;
import dev.ferry.api.catalog.Catalog;
import dev.ferry.api.catalog.Operation;
import dev.ferry.api.catalog.Roles;
import dev.ferry.api.cloudmanager.CloudManager;
import dev.ferry.api.http.ApiClient;
import dev.ferry.output.Secret;
import dev.ferry.profile.ApiKey;
import dev.ferry.profile.ServiceAccount;
import dev.ferry.sandbox.Sandbox;
import dev.ferry.sandbox.SandboxCredential;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AccessTest {
    private static final Operation START = operation("createGroupLiveMigration");

    @SuppressWarnings("NullAway.Init")
    private static Sandbox sandbox;

    @SuppressWarnings("NullAway.Init")
    private static ApiClient owner;

    @BeforeAll
    static void start() throws IOException {
        sandbox = Sandbox.start(Sandbox.Options.standard().withSpeed(0));
        owner = new ApiClient(sandbox.target(), ApiClient.Settings.defaults());
    }

    @AfterAll
    static void end() {
        owner.close();
        sandbox.close();
    }

    private static Operation operation(String id) {
        return Catalog.atlas().operations().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static ApiClient as(String role) {
        SandboxCredential who = sandbox.credentials().stream()
                .filter(each -> each.side().equals("target") && each.role().equals(role))
                .findFirst()
                .orElseThrow();
        return new ApiClient(
                sandbox.connection(new ApiKey(who.publicKey(), Secret.of(who.privateKey()))),
                ApiClient.Settings.defaults());
    }

    private static String shop() {
        return new Atlas(owner).getProjects().byName("shop").id();
    }

    @Test
    void a_refusal_names_the_missing_role_where_it_is_missing_and_what_is_held() {
        try (ApiClient client = as("GROUP_OWNER")) {
            Verdict verdict = Access.of(() -> client, () -> client).verdict(ApiSide.TARGET, START, null, shop());

            assertEquals(Verdict.Kind.REFUSED, verdict.kind());
            assertEquals("Organization Owner is missing for project shop; held is Project Owner", verdict.reason());
        }
    }

    @Test
    void an_owner_of_the_organization_may_do_everything_in_its_projects() {
        Access access = Access.of(() -> owner, () -> owner);

        assertEquals(
                Verdict.Kind.ALLOWED,
                access.verdict(ApiSide.TARGET, START, null, shop()).kind());
        assertEquals(
                Verdict.Kind.ALLOWED,
                access.verdict(ApiSide.TARGET, operation("deleteGroup"), null, shop())
                        .kind());
    }

    @Test
    void where_nobody_says_where_only_what_is_so_everywhere_is_certain() {
        try (ApiClient reader = as("ORG_READ_ONLY")) {
            Access access = Access.of(() -> reader, () -> reader);

            assertEquals(
                    Verdict.Kind.REFUSED,
                    access.verdict(ApiSide.TARGET, START, null, null).kind());
            assertEquals(
                    Verdict.Kind.ALLOWED,
                    access.verdict(ApiSide.TARGET, operation("listGroupClusters"), null, null)
                            .kind());
        }
    }

    @Test
    void a_service_account_of_the_source_is_told_its_roles_in_the_organization_and_not_those_in_projects() {
        SandboxCredential who = sandbox.credentials().stream()
                .filter(each -> each.side().equals("source") && each.role().equals("ORG_OWNER"))
                .findFirst()
                .orElseThrow();
        try (ApiClient there = new ApiClient(sandbox.sourceAccount(), ApiClient.Settings.defaults())) {
            CloudManager cm = new CloudManager(there);
            var made = cm.getServiceAccounts()
                    .create(
                            Map.of(
                                    "name",
                                    "night",
                                    "description",
                                    "for one night",
                                    "secretExpiresAfterHours",
                                    8,
                                    "roles",
                                    List.of("ORG_READ_ONLY")),
                            who.orgId());
            Secret secret = Objects.requireNonNull(made.secrets()).get(0).secret();
            try (ApiClient client = new ApiClient(
                    sandbox.connection(new ServiceAccount(made.clientId(), Objects.requireNonNull(secret))),
                    ApiClient.Settings.defaults())) {
                Access access = Access.of(() -> client, () -> client);
                Operation link = Catalog.cloudManager()
                        .match("POST", "/api/public/v1.0/orgs/" + who.orgId() + "/liveExport/migrationLink")
                        .orElseThrow()
                        .operation();

                assertEquals(List.of("ORG_READ_ONLY"), access.held(ApiSide.SOURCE));
                assertEquals(
                        Verdict.Kind.UNKNOWN,
                        access.verdict(ApiSide.SOURCE, link, who.orgId(), null).kind());
                cm.getServiceAccounts().update(Map.of("roles", List.of("ORG_OWNER")), who.orgId(), made.clientId());
                access.forget();
                assertEquals(
                        Verdict.Kind.ALLOWED,
                        access.verdict(ApiSide.SOURCE, link, who.orgId(), null).kind());
            }
            cm.getServiceAccounts().delete(Map.of(), who.orgId(), made.clientId());
        }
    }

    @Test
    void what_the_tables_or_the_service_do_not_tell_is_unknown() {
        Access away = Access.of(
                () -> {
                    throw new IllegalStateException("There are no credentials for Atlas.");
                },
                () -> owner);

        assertEquals(
                Verdict.Kind.UNKNOWN,
                Access.of(() -> owner, () -> owner)
                        .verdict(ApiSide.TARGET, operation("listOrgs"), null, null)
                        .kind());
        Verdict unasked = away.verdict(ApiSide.TARGET, START, null, shop());
        assertEquals(Verdict.Kind.UNKNOWN, unasked.kind());
        assertTrue(unasked.reason().contains("no credentials"), unasked.reason());
    }

    @Test
    void every_role_that_the_tables_name_is_in_the_table_of_roles() {
        for (Catalog catalog : List.of(Catalog.atlas(), Catalog.cloudManager())) {
            catalog.operations().stream()
                    .flatMap(operation -> operation.roles().stream())
                    .map(Roles::constant)
                    .forEach(role -> assertTrue(Roles.find(role).isPresent(), role));
        }
    }
}
