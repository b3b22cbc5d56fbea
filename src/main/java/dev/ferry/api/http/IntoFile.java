package dev.ferry.api.http;

import dev.ferry.api.argument.ArgumentRefusal;
import dev.ferry.api.failure.CallRefusedException;
import dev.ferry.api.failure.UnreadableAnswerException;
import dev.ferry.output.FileReason;
import dev.ferry.output.OutputException;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.function.Consumer;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Takes the body of an answer into a file; travels with the request as a tag. The bytes go to a file beside the target, which
 * gets its name when all of them are there, so that a broken download leaves nothing behind and no more than one piece of it
 * is ever in memory.
 */
final class IntoFile {
    private static final int PIECE = 64 * 1024;
    private static final long BETWEEN_NEWS = 100_000_000L;

    private final Path target;
    private final boolean overwrite;
    private final Consumer<DownloadProgress> progress;
    private @Nullable Path partial;
    private long bytes;
    private long total = -1;
    private String mediaType = "";

    private IntoFile(Path target, boolean overwrite, Consumer<DownloadProgress> progress) {
        this.target = target;
        this.overwrite = overwrite;
        this.progress = progress;
    }

    /**
     * A file for the answer of this call.
     *
     * @throws CallRefusedException when it exists and may not be overwritten, or its folder does not exist
     */
    static IntoFile at(String call, Object to, boolean overwrite, Consumer<DownloadProgress> progress) {
        Path target;
        try {
            target = to instanceof File file ? file.toPath() : Path.of(to.toString());
        } catch (InvalidPathException e) {
            throw ArgumentRefusal.because(call, "cannot write to '" + to + "', which is not the name of a file");
        }
        if (Files.isDirectory(target)) {
            throw ArgumentRefusal.because(call, "cannot write to '" + target + "', which is a folder");
        }
        if (Files.exists(target) && !overwrite) {
            throw ArgumentRefusal.because(
                    call, "does not write over '" + target + "', which exists; say overwrite: true, or another name");
        }
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw ArgumentRefusal.because(call, "cannot write to '" + target + "': the folder does not exist");
        }
        if (!Files.isWritable(folder)) {
            throw ArgumentRefusal.because(call, "cannot write to '" + target + "': its folder may not be written to");
        }
        return new IntoFile(target, overwrite, progress);
    }

    /** Whether an answer is the file, and not an error or the page of a proxy. */
    static boolean isIn(Response response) {
        return response.isSuccessful() && !mediaType(response).startsWith("text/html");
    }

    private static String mediaType(Response response) {
        String type = response.header("Content-Type");
        return type == null ? "" : type;
    }

    /** Reads an answer of success to its end. An earlier attempt is forgotten. */
    Answer take(Response response) throws IOException {
        ResponseBody body = response.body();
        mediaType = mediaType(response);
        total = body.contentLength();
        try {
            if (isError(body.source())) {
                return answer(response, body.source().readByteString());
            }
        } catch (IOException e) {
            throw brokenOff(response, e);
        }
        try (OutputStream out = opened()) {
            copy(body.source(), out);
        } catch (UncheckedIOException e) {
            throw unwritable(Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw brokenOff(response, e);
        }
        return answer(response, ByteString.EMPTY);
    }

    /** Whether the body is an error document in place of the file. */
    private static boolean isError(BufferedSource source) throws IOException {
        return source.request(1)
                && source.getBuffer().getByte(0) == '{'
                && !source.request(ErrorReader.LONGEST + 1L)
                && ErrorReader.status(source.getBuffer().snapshot()).isPresent();
    }

    private static Answer answer(Response response, ByteString body) {
        return new Answer(response.request(), response.code(), response.message(), response.headers(), body);
    }

    private FailedOnTheWay brokenOff(Response response, IOException e) {
        return broken(
                response,
                "the download to " + target + " broke off after " + come() + " (" + e.getMessage()
                        + "); nothing was kept",
                true,
                e);
    }

    /** Our own disk: the service has done its part, and the same answer once more would not fit any better. */
    private OutputException unwritable(IOException e) {
        return unwritable(FileReason.of(e), e);
    }

    private OutputException unwritable(String why, IOException e) {
        return new OutputException(
                "Cannot write '" + target + "': " + why + "; nothing was kept. Make room, or give another file.", e);
    }

    private static FailedOnTheWay broken(Response response, String problem, boolean cutOff, IOException cause) {
        return new FailedOnTheWay(new UnreadableAnswerException(
                problem,
                response.code(),
                cutOff,
                Answer.line(response.request()),
                response.header("X-Request-Id"),
                cause));
    }

    private OutputStream opened() {
        try {
            return Files.newOutputStream(begin());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Buffer piece, OutputStream out) {
        try {
            piece.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized Path begin() throws IOException {
        discard();
        bytes = 0;
        Path folder = target.toAbsolutePath().getParent();
        partial = Files.createTempFile(folder, "." + target.getFileName(), ".part");
        return partial;
    }

    private void copy(BufferedSource source, OutputStream out) throws IOException {
        Buffer piece = new Buffer();
        long said = System.nanoTime();
        for (long read = source.read(piece, PIECE); read >= 0; read = source.read(piece, PIECE)) {
            write(piece, out);
            bytes += read;
            if (System.nanoTime() - said > BETWEEN_NEWS) {
                said = System.nanoTime();
                progress.accept(new DownloadProgress(target, bytes, total, false));
            }
        }
    }

    private String come() {
        return total < 0 ? bytes + " bytes" : bytes + " of " + total + " bytes";
    }

    /** Gives the complete file its name. */
    synchronized Download finish(Answer answer) {
        Path complete = partial;
        if (complete == null) {
            throw answer.unreadable("no file came", null);
        }
        if (bytes == 0 && asksForZip(answer.request())) {
            // A table can have no lines, but a zipped file has a head.
            throw answer.cutOff("an empty answer where a zipped file was expected; nothing was kept", null);
        }
        try {
            if (overwrite) {
                Files.move(complete, target, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.move(complete, target);
            }
        } catch (FileAlreadyExistsException e) {
            throw unwritable("it has come to exist in the meantime", e);
        } catch (IOException e) {
            throw unwritable(e);
        }
        partial = null;
        return new Download(target, bytes, mediaType);
    }

    private static boolean asksForZip(Request request) {
        String accept = request.header("Accept");
        return accept != null && accept.endsWith("+gzip");
    }

    /** Removes what has not become the file. */
    synchronized void discard() {
        Path begun = partial;
        partial = null;
        if (begun != null) {
            try {
                Files.deleteIfExists(begun);
            } catch (IOException e) {
                throw new UncheckedIOException(begun + " cannot be removed", e);
            }
        }
    }

    /** Says that it is over. */
    void end() {
        discard();
        progress.accept(new DownloadProgress(target, bytes, total, true));
    }
}
