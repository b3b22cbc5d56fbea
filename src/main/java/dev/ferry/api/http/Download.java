package dev.ferry.api.http;

import java.nio.file.Path;

/**
 * An answer that has been written to a file.
 *
 * @param file where it is
 * @param bytes how long it is
 * @param mediaType what the service says it is, such as {@code application/vnd.atlas.2023-02-01+gzip}
 */
public record Download(Path file, long bytes, String mediaType) {}
