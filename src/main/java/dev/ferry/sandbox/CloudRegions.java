package dev.ferry.sandbox;

import dev.ferry.api.atlas.AvailableRegion;
import dev.ferry.api.atlas.ProviderRegions;
import dev.ferry.api.atlas.SizeRegions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the clouds offer here: a few regions each, the first being the default, all of them in every size. */
final class CloudRegions {
    private static final List<String> SIZES = List.of("M10", "M20", "M30", "M40", "M50", "M60", "M80");
    private static final List<String> CLOUDS = List.of("AWS", "AZURE", "GCP");
    private static final Map<String, List<String>> REGIONS = Map.of(
            "AWS", List.of("US_EAST_1", "US_WEST_2", "EU_CENTRAL_1", "EU_WEST_1", "AP_SOUTHEAST_1"),
            "AZURE", List.of("US_EAST_2", "EUROPE_WEST", "GERMANY_WEST_CENTRAL"),
            "GCP", List.of("CENTRAL_US", "WESTERN_EUROPE", "EUROPE_WEST_3"));

    private CloudRegions() {}

    static List<ProviderRegions> of(List<?> clouds, List<String> sizes) {
        List<ProviderRegions> all = new ArrayList<>();
        for (String cloud : CLOUDS) {
            if (clouds.isEmpty() || clouds.contains(cloud)) {
                List<String> regions = REGIONS.getOrDefault(cloud, List.of());
                all.add(new ProviderRegions(
                        cloud,
                        SIZES.stream()
                                .filter(size -> sizes.isEmpty() || sizes.contains(size))
                                .map(size -> new SizeRegions(size, available(regions), Map.of()))
                                .toList(),
                        Map.of()));
            }
        }
        return all;
    }

    private static List<AvailableRegion> available(List<String> regions) {
        return regions.stream()
                .map(name -> new AvailableRegion(name, name.equals(regions.get(0)), Map.of()))
                .toList();
    }
}
