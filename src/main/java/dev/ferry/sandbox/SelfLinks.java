package dev.ferry.sandbox;

import dev.ferry.api.atlas.AccessListEntry;
import dev.ferry.api.atlas.Event;
import dev.ferry.api.cloudmanager.Alert;
import dev.ferry.api.cloudmanager.ApiKey;
import dev.ferry.api.cloudmanager.BackupConfig;
import dev.ferry.api.cloudmanager.Host;
import dev.ferry.api.cloudmanager.MaintenanceWindow;
import dev.ferry.api.cloudmanager.Snapshot;
import dev.ferry.api.cloudmanager.SnapshotSchedule;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The address of an entity, which goes into its {@code links}. What is not in the table has no links. */
final class SelfLinks {
    private static final String V1 = Side.SOURCE.prefix();
    private static final String V2 = Side.TARGET.prefix();

    private static final Map<Class<?>, Function<Object, String>> PATHS = Map.ofEntries(
            entry(dev.ferry.api.atlas.Organization.class, org -> V2 + "/orgs/" + org.id()),
            entry(dev.ferry.api.atlas.Project.class, group -> V2 + "/groups/" + group.id()),
            entry(
                    dev.ferry.api.atlas.Cluster.class,
                    cluster -> V2 + "/groups/" + cluster.groupId() + "/clusters/" + cluster.name()),
            entry(
                    AccessListEntry.class,
                    entry -> V2 + "/groups/" + entry.groupId() + "/accessList/"
                            + encoded(entry.cidrBlock() == null ? entry.awsSecurityGroup() : entry.cidrBlock())),
            entry(Event.class, event -> V2 + owner(event.groupId(), event.orgId()) + "/events/" + event.id()),
            entry(dev.ferry.api.cloudmanager.Organization.class, org -> V1 + "/orgs/" + org.id()),
            entry(dev.ferry.api.cloudmanager.Project.class, group -> V1 + "/groups/" + group.id()),
            entry(
                    dev.ferry.api.cloudmanager.Cluster.class,
                    cluster -> V1 + "/groups/" + cluster.groupId() + "/clusters/" + cluster.id()),
            entry(Host.class, host -> V1 + "/groups/" + host.groupId() + "/hosts/" + host.id()),
            entry(dev.ferry.api.cloudmanager.User.class, user -> V1 + "/users/" + user.id()),
            entry(
                    dev.ferry.api.cloudmanager.Event.class,
                    event -> V1 + owner(event.groupId(), event.orgId()) + "/events/" + event.id()),
            entry(Alert.class, alert -> V1 + "/groups/" + alert.groupId() + "/alerts/" + alert.id()),
            entry(
                    Snapshot.class,
                    snapshot -> V1 + "/groups/" + snapshot.groupId() + "/clusters/" + snapshot.clusterId()
                            + "/snapshots/" + snapshot.id()),
            entry(
                    BackupConfig.class,
                    backup -> V1 + "/groups/" + backup.groupId() + "/backupConfigs/" + backup.clusterId()),
            entry(
                    SnapshotSchedule.class,
                    schedule -> V1 + "/groups/" + schedule.groupId() + "/backupConfigs/" + schedule.clusterId()
                            + "/snapshotSchedule"),
            entry(
                    MaintenanceWindow.class,
                    window -> V1 + "/groups/" + window.groupId() + "/maintenanceWindows/" + window.id()),
            entry(ApiKey.class, key -> V1 + "/apiKeys/" + key.id()));

    private SelfLinks() {}

    /** Its links, or null when it has none. */
    static @Nullable List<Map<String, Object>> of(Object entity, String base) {
        Function<Object, String> path = PATHS.get(entity.getClass());
        return path == null ? null : List.of(link("self", base + path.apply(entity)));
    }

    static Map<String, Object> link(String rel, String href) {
        Map<String, Object> link = new LinkedHashMap<>();
        link.put("rel", rel);
        link.put("href", href);
        return link;
    }

    private static <T> Map.Entry<Class<?>, Function<Object, String>> entry(Class<T> type, Function<T, String> path) {
        return Map.entry(type, entity -> path.apply(type.cast(entity)));
    }

    private static String owner(@Nullable String groupId, @Nullable String orgId) {
        return groupId == null ? "/orgs/" + orgId : "/groups/" + groupId;
    }

    private static String encoded(@Nullable String text) {
        return URLEncoder.encode(String.valueOf(text), StandardCharsets.UTF_8);
    }
}
