package dev.ferry.api.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import okhttp3.tls.HandshakeCertificates;
import org.jspecify.annotations.Nullable;

/** Whom we believe to be who they say: the platform's authorities and those of a file of our own. */
final class Trust {
    private Trust() {}

    /**
     * The platform's authorities and those of this file (PEM, one or more).
     *
     * @throws CallRefusedException when the file cannot be read or holds no certificate
     */
    static HandshakeCertificates withFile(Path file) {
        HandshakeCertificates.Builder trusted = new HandshakeCertificates.Builder().addPlatformTrustedCertificates();
        try (InputStream pem = Files.newInputStream(file)) {
            Collection<? extends Certificate> authorities =
                    CertificateFactory.getInstance("X.509").generateCertificates(pem);
            if (authorities.isEmpty()) {
                throw refused(file, "holds no certificate", null);
            }
            authorities.forEach(authority -> trusted.addTrustedCertificate((X509Certificate) authority));
        } catch (CertificateException e) {
            throw refused(file, "holds no certificates in PEM form", e);
        } catch (IOException e) {
            throw refused(file, "cannot be read", e);
        }
        return trusted.build();
    }

    private static CallRefusedException refused(Path file, String problem, @Nullable Throwable cause) {
        return new CallRefusedException(
                CallRefusedException.Why.INSECURE,
                "the file of certificate authorities " + file + " " + problem + "; nothing was sent",
                null,
                cause);
    }
}
