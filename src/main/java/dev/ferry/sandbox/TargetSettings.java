package dev.ferry.sandbox;

import dev.ferry.api.atlas.OrganizationSettings;
import dev.ferry.api.atlas.ProcessArgs;
import dev.ferry.api.atlas.ProjectSettings;
import dev.ferry.sandbox.Estate.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Settings of organizations, projects and clusters: the defaults with what somebody changed. */
final class TargetSettings {
    private static final Map<String, Object> ORGANIZATION = Map.of(
            "apiAccessListRequired", false,
            "multiFactorAuthRequired", true,
            "restrictEmployeeAccess", false,
            "genAIFeaturesEnabled", true,
            "maxServiceAccountSecretValidityInHours", 8760L,
            "securityContact", "security@acme.example");

    private static final Map<String, Object> CLUSTER = Map.of(
            "javascriptEnabled",
            true,
            "minimumEnabledTlsProtocol",
            "TLS1_2",
            "tlsCipherConfigMode",
            "DEFAULT",
            "noTableScan",
            false,
            "sampleRefreshIntervalBIConnector",
            0L,
            "changeStreamOptionsPreAndPostImagesExpireAfterSeconds",
            -1L);

    private static final List<String> OFF =
            List.of("isDataExplorerGenAISampleDocumentPassingEnabled", "isExtendedStorageSizesEnabled");

    private TargetSettings() {}

    static OrganizationSettings ofOrganization(World world, String orgId) {
        return Answer.of(OrganizationSettings.class, merged(ORGANIZATION, world, Kind.SETTINGS, orgId));
    }

    static ProjectSettings ofProject(World world, String groupId) {
        Map<String, Object> defaults = new LinkedHashMap<>();
        for (var component : ProjectSettings.class.getRecordComponents()) {
            if (component.getType() == Boolean.class) {
                defaults.put(component.getName(), !OFF.contains(component.getName()));
            }
        }
        return Answer.of(ProjectSettings.class, merged(defaults, world, Kind.SETTINGS, groupId));
    }

    static ProcessArgs ofCluster(World world, TargetCluster cluster) {
        return Answer.of(ProcessArgs.class, merged(CLUSTER, world, Kind.PROCESS_ARGS, cluster.id()));
    }

    private static Map<String, Object> merged(Map<String, Object> defaults, World world, Kind kind, String owner) {
        Map<String, Object> merged = new LinkedHashMap<>(defaults);
        merged.putAll(world.estate().only(kind, owner));
        return merged;
    }
}
