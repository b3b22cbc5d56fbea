package dev.ferry.api.network;

import dev.ferry.profile.SettingsException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import okhttp3.tls.HandshakeCertificates;
import org.jspecify.annotations.Nullable;

/** Whom we believe to be who they say: the platform's authorities and those of a file of our own. */
public final class Trust {
    private Trust() {}

    /**
     * The platform's authorities and those of this file (PEM, one or more).
     *
     * @throws SettingsException when the file cannot be read, holds no certificate or none that is valid today
     */
    public static HandshakeCertificates withFile(Path file, Clock clock) {
        HandshakeCertificates.Builder trusted = new HandshakeCertificates.Builder().addPlatformTrustedCertificates();
        try (InputStream pem = Files.newInputStream(file)) {
            Collection<? extends Certificate> authorities =
                    CertificateFactory.getInstance("X.509").generateCertificates(pem);
            if (authorities.isEmpty()) {
                throw refused(file, "holds no certificate", null);
            }
            Instant now = clock.instant();
            if (authorities.stream().allMatch(authority -> isOver((X509Certificate) authority, now))) {
                throw refused(file, "holds only certificates that have expired", null);
            }
            authorities.forEach(authority -> trusted.addTrustedCertificate((X509Certificate) authority));
        } catch (CertificateException e) {
            throw refused(file, "holds no certificates in PEM form", e);
        } catch (IOException e) {
            throw refused(file, "cannot be read", e);
        }
        return trusted.build();
    }

    private static boolean isOver(X509Certificate authority, Instant now) {
        return authority.getNotAfter().toInstant().isBefore(now);
    }

    private static SettingsException refused(Path file, String problem, @Nullable Throwable cause) {
        String sentence = "The file of certificate authorities " + file + " " + problem
                + "; correct ca_file in the profile, or FERRY_CA_FILE. Nothing was sent.";
        return cause == null ? new SettingsException(sentence) : new SettingsException(sentence, cause);
    }
}
