package dev.ferry.api.atlas;

import com.squareup.moshi.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The addresses at which clients reach a cluster.
 *
 * @param standard {@code mongodb://} address that names every host
 * @param standardSrv {@code mongodb+srv://} address
 * @param privateStandard {@code mongodb://} address through a peered network
 * @param privateSrv {@code mongodb+srv://} address through a peered network
 * @param more fields of the answer that this record does not name
 */
public record ConnectionStrings(
        @Nullable String standard,
        @Nullable String standardSrv,
        @Json(name = "private") @Nullable String privateStandard,
        @Nullable String privateSrv,
        Map<String, Object> more) {}
