package dev.ferry.profile;

import org.jspecify.annotations.Nullable;

/**
 * Where the parts of a {@link Side} come from: names of variables, or of settings with their file. For people who look for the
 * place to correct.
 *
 * @param baseUrl where the address stands
 * @param credentials where the public half of the credentials stands
 * @param secret where the other half is to be found, never what it is
 * @param caFile where the file of authorities is named; null when there is none
 */
public record Origin(
        String baseUrl,
        String credentials,
        String secret,
        @Nullable String caFile) {}
