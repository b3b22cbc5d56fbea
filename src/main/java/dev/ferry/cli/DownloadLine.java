package dev.ferry.cli;

import dev.ferry.api.http.DownloadProgress;
import dev.ferry.output.Progress;
import dev.ferry.output.Streams;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Shows how far downloads have come, in the line that says what is going on. */
final class DownloadLine implements Consumer<DownloadProgress> {
    private static final long MEGA = 1_000_000;

    private final Streams streams;
    private final Map<Path, Progress> running = new HashMap<>();

    DownloadLine(Streams streams) {
        this.streams = streams;
    }

    @Override
    public synchronized void accept(DownloadProgress news) {
        if (news.ended()) {
            Progress line = running.remove(news.file());
            if (line != null) {
                line.close();
            }
            return;
        }
        running.computeIfAbsent(news.file(), file -> Progress.start(streams, text(news)))
                .update(text(news));
    }

    private static String text(DownloadProgress news) {
        String total = news.total() < 0 ? "" : " of " + megabytes(news.total());
        return news.file().getFileName() + ": " + megabytes(news.bytes()) + total;
    }

    private static String megabytes(long bytes) {
        return "%.1f MB".formatted((double) bytes / MEGA);
    }
}
