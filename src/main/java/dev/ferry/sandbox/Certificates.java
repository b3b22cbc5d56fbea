package dev.ferry.sandbox;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.jspecify.annotations.Nullable;

/** A certificate authority of the sandbox's own, and a server certificate for the loopback address signed by it. */
final class Certificates implements AutoCloseable {
    private final SSLContext context;
    private final Path authorityFile;
    private final @Nullable Path madeFolder;

    private Certificates(SSLContext context, Path authorityFile, @Nullable Path madeFolder) {
        this.context = context;
        this.authorityFile = authorityFile;
        this.madeFolder = madeFolder;
    }

    /**
     * Makes both and writes the authority's certificate as PEM.
     *
     * @param file where to write it; null for a folder of its own that {@link #close} removes
     */
    static Certificates make(@Nullable Path file) throws IOException {
        HeldCertificate authority = new HeldCertificate.Builder()
                .certificateAuthority(0)
                .commonName("Ferry sandbox authority")
                .organizationalUnit("SIMULATED")
                .duration(30, TimeUnit.DAYS)
                .build();
        HeldCertificate server = new HeldCertificate.Builder()
                .commonName("localhost")
                .addSubjectAlternativeName("localhost")
                .addSubjectAlternativeName("127.0.0.1")
                .duration(30, TimeUnit.DAYS)
                .signedBy(authority)
                .build();
        Path folder = file == null ? Files.createTempDirectory("ferry-sandbox-") : null;
        Path written = file == null ? requireNonNull(folder).resolve("ca.pem") : file;
        Files.writeString(written, authority.certificatePem());
        if (folder != null) {
            // For a process that is ended by a signal; the last one named goes first.
            folder.toFile().deleteOnExit();
            written.toFile().deleteOnExit();
        }
        SSLContext context = new HandshakeCertificates.Builder()
                .heldCertificate(server)
                .build()
                .sslContext();
        return new Certificates(context, written, folder);
    }

    SSLContext context() {
        return context;
    }

    Path authorityFile() {
        return authorityFile;
    }

    @Override
    public void close() throws IOException {
        if (madeFolder != null && Files.exists(madeFolder)) {
            try (Stream<Path> files = Files.walk(madeFolder)) {
                List<Path> deepestFirst =
                        files.sorted(Comparator.reverseOrder()).toList();
                for (Path path : deepestFirst) {
                    Files.deleteIfExists(path);
                }
            }
        }
    }
}
