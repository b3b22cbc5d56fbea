package dev.ferry.api.http;

import dev.ferry.api.network.Trust;
import dev.ferry.profile.SettingsException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import okhttp3.Connection;
import okhttp3.Handshake;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import org.jspecify.annotations.Nullable;

/** Remembers the certificates that a server shows, whether we trust them or not, and decides as a call would. */
final class TlsWitness implements X509TrustManager {
    private static final Duration SOON = Duration.ofDays(14);

    private final X509TrustManager platform;
    private final X509TrustManager deciding;
    private final @Nullable Path caFile;

    private volatile List<X509Certificate> chain = List.of();
    private volatile @Nullable Handshake handshake;

    /** @throws SettingsException when the file of authorities cannot be used */
    TlsWitness(@Nullable Path caFile, Clock clock) {
        this.caFile = caFile;
        this.platform = new HandshakeCertificates.Builder()
                .addPlatformTrustedCertificates()
                .build()
                .trustManager();
        this.deciding =
                caFile == null ? platform : Trust.withFile(caFile, clock).trustManager();
    }

    /** The same client, under the eyes of this one. */
    OkHttpClient watch(OkHttpClient client) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {this}, null);
            return client.newBuilder()
                    .sslSocketFactory(context.getSocketFactory(), this)
                    .addNetworkInterceptor(exchange -> {
                        Connection connection = exchange.connection();
                        handshake = connection == null ? null : connection.handshake();
                        return exchange.proceed(exchange.request());
                    })
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java knows no TLS", e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] shown, String how) throws CertificateException {
        chain = List.of(shown);
        deciding.checkServerTrusted(shown, how);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] shown, String how) throws CertificateException {
        throw new CertificateException("nobody logs in here by certificate");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return deciding.getAcceptedIssuers();
    }

    boolean sawChain() {
        return !chain.isEmpty();
    }

    /** Protocol, who made us trust the server, and its certificates, the server's own first. */
    Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        Handshake done = handshake;
        if (done != null) {
            details.put("protocol", done.tlsVersion().javaName());
            details.put("trustedBy", authority());
        }
        List<Map<String, Object>> certificates = new ArrayList<>();
        for (X509Certificate each : chain) {
            Map<String, Object> certificate = new LinkedHashMap<>();
            certificate.put("subject", each.getSubjectX500Principal().getName());
            certificate.put("issuer", each.getIssuerX500Principal().getName());
            certificate.put("expires", each.getNotAfter().toInstant().toString());
            certificates.add(certificate);
        }
        details.put("certificates", certificates);
        return details;
    }

    private String authority() {
        try {
            platform.checkServerTrusted(chain.toArray(X509Certificate[]::new), "UNKNOWN");
            return "the authorities of this system";
        } catch (CertificateException e) {
            return caFile == null ? "the authorities of this system" : "ca_file " + caFile;
        }
    }

    /** What is good to know about a chain that is trusted; null when it is just good. */
    @Nullable
    String warning(Instant now) {
        return chain.stream()
                .filter(each -> each.getNotAfter().toInstant().isBefore(now.plus(SOON)))
                .findFirst()
                .map(each -> "the certificate of "
                        + each.getSubjectX500Principal().getName() + " expires on "
                        + each.getNotAfter().toInstant())
                .orElse(null);
    }

    String trusted() {
        Handshake done = handshake;
        return (done == null ? "TLS" : done.tlsVersion().javaName()) + ", " + chain.size()
                + (chain.size() == 1 ? " certificate" : " certificates") + ", trusted by " + authority();
    }

    /** What to do about a chain that is not trusted. */
    String advice(Instant now) {
        X509Certificate own = chain.get(0);
        X509Certificate top = chain.get(chain.size() - 1);
        String issuer = top.getIssuerX500Principal().getName();
        for (X509Certificate each : chain) {
            if (each.getNotAfter().toInstant().isBefore(now)) {
                return "the certificate of " + each.getSubjectX500Principal().getName() + " expired on "
                        + each.getNotAfter().toInstant() + ": have it renewed, or correct the clock of this machine";
            }
            if (each.getNotBefore().toInstant().isAfter(now)) {
                return "the certificate of " + each.getSubjectX500Principal().getName() + " is not valid before "
                        + each.getNotBefore().toInstant() + ": correct the clock of this machine";
            }
        }
        if (own.getIssuerX500Principal().equals(own.getSubjectX500Principal())) {
            return "it has signed for itself: if this is your server, name its certificate as ca_file in the profile, or in"
                    + " FERRY_CA_FILE";
        }
        if (chain.size() == 1) {
            return "it shows only its own certificate: either its chain is incomplete and it has to send that of "
                    + issuer
                    + " too, or " + issuer + " is an authority of your own to name as ca_file in the profile, or in"
                    + " FERRY_CA_FILE";
        }
        return "if " + issuer
                + " is an authority of your own, or a proxy of yours that reads along, name its certificate"
                + " as ca_file in the profile, or in FERRY_CA_FILE";
    }
}
