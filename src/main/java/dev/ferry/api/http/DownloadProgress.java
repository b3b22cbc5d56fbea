package dev.ferry.api.http;

import java.nio.file.Path;

/**
 * How far a download has come.
 *
 * @param file where it will be
 * @param bytes how many have come
 * @param total how many there will be; -1 when the service has not said so
 * @param ended whether it is over, well or not
 */
public record DownloadProgress(Path file, long bytes, long total, boolean ended) {}
