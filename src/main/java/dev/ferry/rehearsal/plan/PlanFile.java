package dev.ferry.rehearsal.plan;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import dev.ferry.api.json.JsonFormat;
import dev.ferry.output.FileReason;
import dev.ferry.output.Redactor;
import dev.ferry.output.Tree;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The file of a plan: JSON on one line, for the owner alone, written whole. It begins with its version and a sum of the rest, so that
 * half a file, or one that somebody has mended by hand, is not taken for a plan.
 */
public final class PlanFile {
    private static final int VERSION = 3;
    private static final Pattern WHOLE = Pattern.compile(
            "\\{\"simulated\":true,\"ferryPlan\":(\\d{1,9})(?:,\"sha256\":\"([0-9a-f]{64})\",\"plan\":(.*)|,.*)}\\s*",
            Pattern.DOTALL);

    private PlanFile() {}

    /**
     * The sum by which a plan knows its script again, in hexadecimal digits. Secrets of the text do not go into it: of one that stands
     * in an expression nothing could be found by trying.
     */
    public static String sum(String text) {
        return Fingerprint.sha256(Redactor.redact(text));
    }

    /** Whether there is something of this name that would be overwritten. */
    public static boolean exists(Path file) {
        return Files.exists(file);
    }

    /**
     * Writes a plan, in place of what was there.
     *
     * @throws PlanFileException saying why it cannot be written; what was there is as it was
     */
    public static void write(Path file, KeptPlan kept) {
        // The tree has no secrets any more, whatever is added to a plan one day.
        String plan = new JsonFormat().write(Tree.of(kept)).utf8();
        String text = "{\"simulated\":true,\"ferryPlan\":" + VERSION + ",\"sha256\":\"" + Fingerprint.sha256(plan)
                + "\",\"plan\":" + plan + "}\n";
        try {
            writeWhole(file, text);
        } catch (IOException e) {
            throw unwritten(file, e);
        }
    }

    /**
     * Looks whether a plan can be written there, so that this is not found out when the rehearsal is over.
     *
     * @throws PlanFileException saying why not
     */
    public static void demandPlace(Path file) {
        try {
            var unused = place(file);
        } catch (IOException e) {
            throw unwritten(file, e);
        }
    }

    private static PlanFileException unwritten(Path file, IOException e) {
        return new PlanFileException("Cannot write the plan to " + file + ": " + FileReason.of(e) + ".", e);
    }

    /** Where the file really is, or will be: its folder is there, and can be written to. */
    private static Path place(Path file) throws IOException {
        Path real = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Path folder = real.getParent();
        if (folder == null || Files.isDirectory(real)) {
            throw new IOException("it is a folder");
        }
        if (!Files.isDirectory(folder)) {
            throw new IOException("there is no folder " + folder);
        }
        if (!Files.isWritable(folder)) {
            throw new IOException("the folder " + folder + " cannot be written to");
        }
        return real;
    }

    private static void writeWhole(Path file, String text) throws IOException {
        Path real = place(file);
        Path folder = Objects.requireNonNull(real.getParent());
        // Java makes it for the owner alone.
        Path fresh = Files.createTempFile(folder, "." + real.getFileName(), ".part");
        try {
            Files.writeString(fresh, text, UTF_8);
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(fresh, real, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /**
     * Reads a plan.
     *
     * @throws PlanFileException when there is none, it is damaged, or another Ferry has written it
     */
    public static KeptPlan read(Path file) {
        String text;
        try {
            text = Files.readString(file, UTF_8);
        } catch (CharacterCodingException e) {
            throw damaged(file, e);
        } catch (IOException e) {
            throw new PlanFileException("Cannot read the plan " + file + ": " + FileReason.of(e) + ".", e);
        }
        Matcher whole = WHOLE.matcher(text);
        if (!whole.matches()) {
            throw text.startsWith("{\"simulated\":true,\"ferryPlan\":")
                    ? damaged(file, null)
                    : new PlanFileException(
                            file + " is no plan: 'ferry run -n --plan-out FILE SCRIPT' writes one.", null);
        }
        int version = Integer.parseInt(whole.group(1));
        if (version != VERSION) {
            throw new PlanFileException(
                    (version > VERSION ? "A newer" : "An older") + " Ferry has written the plan " + file + " (version "
                            + version + ", this one reads " + VERSION
                            + "): run it with that one, or rehearse again with this one.",
                    null);
        }
        String plan = whole.group(3);
        if (plan == null || !Fingerprint.sha256(plan).equals(whole.group(2))) {
            throw damaged(file, null);
        }
        JsonAdapter<KeptPlan> adapter = new JsonFormat().adapter(KeptPlan.class);
        try {
            KeptPlan kept = adapter.fromJson(plan);
            if (kept != null) {
                return kept;
            }
            throw damaged(file, null);
        } catch (IOException | JsonDataException | NullPointerException e) {
            throw damaged(file, e);
        }
    }

    private static PlanFileException damaged(Path file, @Nullable Throwable cause) {
        return new PlanFileException(
                "The plan " + file + " is damaged: it is not what was written. Rehearse again with --plan-out.", cause);
    }
}
