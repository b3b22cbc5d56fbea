package dev.ferry.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The credentials of Acme. They are the same in every sandbox. An API key is limited to its organization, as real ones
 * are; the service accounts of the owners own every organization of their side, so that a project can be moved with one.
 */
final class AcmeCredentials {
    private final Callers callers;
    private final List<SandboxCredential> made = new ArrayList<>();

    private AcmeCredentials(Callers callers) {
        this.callers = callers;
    }

    /** Makes them all; the owner of the source's and of the target's first organization come first and second. */
    static List<SandboxCredential> make(World world) {
        AcmeCredentials credentials = new AcmeCredentials(world.callers());
        credentials.owners(world, Side.SOURCE, "Acme-OnPrem", "acmesrco");
        credentials.owners(world, Side.TARGET, "Acme-Cloud", "acmetgto");
        credentials.inOrg("ORG_OWNER", Side.SOURCE, "Acme-Labs", "acmelabo");
        credentials.inOrg("ORG_OWNER", Side.TARGET, "Acme-Europe", "acmeeuro");
        credentials.inOrg("ORG_READ_ONLY", Side.SOURCE, "Acme-OnPrem", "acmesrcr");
        credentials.inOrg("ORG_READ_ONLY", Side.TARGET, "Acme-Cloud", "acmetgtr");
        credentials.inOrg("ORG_MEMBER", Side.SOURCE, "Acme-OnPrem", "acmesrcm");
        credentials.inOrg("ORG_MEMBER", Side.TARGET, "Acme-Cloud", "acmetgtm");
        credentials.inOrg("ORG_GROUP_CREATOR", Side.TARGET, "Acme-Cloud", "acmetgtc");
        credentials.inProject("GROUP_OWNER", Side.TARGET, "Acme-Cloud", "shop", "acmeshpo");
        credentials.inProject("GROUP_READ_ONLY", Side.TARGET, "Acme-Cloud", "shop", "acmeshpr");
        credentials.inProject("GROUP_READ_ONLY", Side.SOURCE, "Acme-OnPrem", "Shop Production", "acmesshr");
        return List.copyOf(credentials.made);
    }

    private void owners(World world, Side side, String orgName, String publicKey) {
        List<Role> everywhere = new ArrayList<>();
        world.orgs(side).forEach(org -> everywhere.add(Role.inOrg("ORG_OWNER", org.id())));
        String orgId = Acme.orgId(side, orgName);
        add(side, "ORG_OWNER", orgName, null, publicKey, List.of(Role.inOrg("ORG_OWNER", orgId)), everywhere);
    }

    private void inOrg(String role, Side side, String orgName, String publicKey) {
        List<Role> roles = List.of(Role.inOrg(role, Acme.orgId(side, orgName)));
        add(side, role, orgName, null, publicKey, roles, roles);
    }

    private void inProject(String role, Side side, String orgName, String project, String publicKey) {
        String groupId = Ids.of(Acme.orgId(side, orgName), "group", project);
        List<Role> roles = List.of(Role.inProject(role, groupId));
        add(side, role, orgName, groupId, publicKey, roles, roles);
    }

    /** The private half of the key that is called so. */
    static String privateKey(String called) {
        String noise = noise(called);
        return String.join(
                "-",
                noise.substring(0, 8),
                noise.substring(8, 12),
                noise.substring(12, 16),
                noise.substring(16, 20),
                noise.substring(20, 32));
    }

    /** A public half for a key that has only an id: eight letters. */
    static String publicKey(String id) {
        StringBuilder letters = new StringBuilder();
        noise(id).chars().limit(8).forEach(digit -> letters.append((char) ('a' + Character.digit(digit, 16))));
        return letters.toString();
    }

    private static String noise(String called) {
        return Ids.digest("private " + called);
    }

    private void add(
            Side side,
            String role,
            String orgName,
            @Nullable String groupId,
            String publicKey,
            List<Role> keyRoles,
            List<Role> accountRoles) {
        String orgId = Acme.orgId(side, orgName);
        String privateKey = privateKey(publicKey);
        String clientId = "mdb_sa_id_" + Ids.of("account", publicKey);
        String clientSecret = "mdb_sa_sk_" + noise(publicKey).substring(24);
        String what = "Sandbox, " + role + " of " + orgName;
        callers.add(new Caller(
                Ids.of("key", publicKey), Caller.Kind.API_KEY, publicKey, privateKey, what, orgId, keyRoles));
        callers.add(new Caller(
                Ids.of("account", publicKey),
                Caller.Kind.SERVICE_ACCOUNT,
                clientId,
                clientSecret,
                what,
                orgId,
                accountRoles));
        made.add(new SandboxCredential(
                side.name().toLowerCase(Locale.ROOT),
                role,
                orgId,
                orgName,
                groupId,
                publicKey,
                privateKey,
                clientId,
                clientSecret));
    }
}
