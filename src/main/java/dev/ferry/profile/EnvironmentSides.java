package dev.ferry.profile;

import dev.ferry.output.Secret;
import dev.ferry.profile.Login.Kind;
import dev.ferry.profile.PartialSide.PartialLogin;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the variables of other tools say: mongocli's {@code MCLI_*} for the source; the Atlas CLI's {@code MONGODB_ATLAS_*}, with the
 * two names the Terraform provider spells differently, for the target. {@code FERRY_CA_FILE}, for both, is ours: the Atlas CLI has none.
 *
 * @see <a href="https://www.mongodb.com/docs/atlas/cli/current/atlas-cli-env-variables/">Atlas CLI environment variables</a>
 * @see <a href="https://www.mongodb.com/docs/mongocli/current/configure/environment-variables/">mongocli environment variables</a>
 */
final class EnvironmentSides {
    private static final Names SOURCE = new Names(
            List.of("MCLI_PUBLIC_API_KEY"),
            List.of("MCLI_PRIVATE_API_KEY"),
            "MCLI_CLIENT_ID",
            "MCLI_CLIENT_SECRET",
            List.of("MCLI_OPS_MANAGER_URL", "MCLI_BASE_URL"),
            List.of("MCLI_OPS_MANAGER_CA_CERTIFICATE", "FERRY_CA_FILE"),
            "MCLI_SERVICE",
            Map.of("cloud", Side.STANDARD_ADDRESS, "cloud-manager", Side.STANDARD_ADDRESS));
    private static final Names TARGET = new Names(
            List.of("MONGODB_ATLAS_PUBLIC_API_KEY", "MONGODB_ATLAS_PUBLIC_KEY"),
            List.of("MONGODB_ATLAS_PRIVATE_API_KEY", "MONGODB_ATLAS_PRIVATE_KEY"),
            "MONGODB_ATLAS_CLIENT_ID",
            "MONGODB_ATLAS_CLIENT_SECRET",
            List.of("MONGODB_ATLAS_OPS_MANAGER_URL", "MONGODB_ATLAS_BASE_URL"),
            List.of("FERRY_CA_FILE"),
            "MONGODB_ATLAS_SERVICE",
            Map.of("cloud", Side.STANDARD_ADDRESS, "cloudgov", "https://cloud.mongodbgov.com"));

    private EnvironmentSides() {}

    /** The variables of one side; where a list has several names, the first that is set counts. */
    private record Names(
            List<String> publicKey,
            List<String> privateKey,
            String clientId,
            String clientSecret,
            List<String> baseUrl,
            List<String> caFile,
            String service,
            Map<String, String> services) {}

    static PartialSide source(Environment environment) {
        return side(SOURCE, environment);
    }

    static PartialSide target(Environment environment) {
        return side(TARGET, environment);
    }

    private static PartialSide side(Names names, Environment environment) {
        String caFile = firstSet(names.caFile, environment);
        String baseUrl = firstSet(names.baseUrl, environment);
        URI url = baseUrl(names, environment);
        Map<Key, Value> said = new EnumMap<>(Key.class);
        if (url != null) {
            said.put(Key.BASE_URL, new Value(url.toString(), baseUrl == null ? names.service : baseUrl));
        }
        if (caFile != null) {
            said.put(Key.CA_FILE, new Value(String.valueOf(environment.get(caFile)), caFile));
        }
        return new PartialSide(
                said,
                login(Kind.API_KEY, names.publicKey, names.privateKey, environment),
                login(Kind.SERVICE_ACCOUNT, List.of(names.clientId), List.of(names.clientSecret), environment));
    }

    private static @Nullable URI baseUrl(Names names, Environment environment) {
        for (String name : names.baseUrl) {
            String url = environment.get(name);
            if (url != null) {
                return BaseUrl.parse(url, name);
            }
        }
        String service = environment.get(names.service);
        if (service == null) {
            return null;
        }
        String url = names.services.get(service);
        if (url == null) {
            throw new SettingsException(names.service + " is \"" + service + "\"; set " + names.baseUrl.get(0)
                    + " to the address of that service, or " + names.service + " to one of "
                    + names.services.keySet().stream().sorted().toList() + ".");
        }
        return URI.create(url);
    }

    private static @Nullable PartialLogin login(
            Kind kind, List<String> idNames, List<String> secretNames, Environment environment) {
        String idName = firstSet(idNames, environment);
        String secretName = firstSet(secretNames, environment);
        if (idName == null && secretName == null) {
            return null;
        }
        return new PartialLogin(
                kind,
                idName == null ? null : environment.get(idName),
                secretName == null ? null : new SecretSource.Variable(secretName, secretName),
                idName == null ? idNames.get(0) : idName,
                secretName == null ? secretNames.get(0) : secretName,
                idName == null
                        ? Map.of()
                        : Map.of(kind.idKey(), new Value(String.valueOf(environment.get(idName)), idName)),
                secretName == null ? Map.of() : Map.of(kind.secretKey(), new Value(Secret.MASK, secretName)));
    }

    private static @Nullable String firstSet(List<String> names, Environment environment) {
        return names.stream()
                .filter(name -> environment.get(name) != null)
                .findFirst()
                .orElse(null);
    }
}
