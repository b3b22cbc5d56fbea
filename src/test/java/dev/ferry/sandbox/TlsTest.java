package dev.ferry.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.tls.HandshakeCertificates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sandbox over https, with an authority of its own. */
class TlsTest {
    @Test
    void whoever_trusts_the_named_file_can_connect_and_the_file_goes_with_the_sandbox() throws Exception {
        Path file;
        try (Sandbox sandbox = Sandbox.start(Sandbox.Options.standard().withTls(true))) {
            file = sandbox.caFile();
            assertNotNull(file);
            assertTrue(sandbox.baseUrl().toString().startsWith("https://127.0.0.1:"));
            assertEquals(file, sandbox.source().caFile());
            assertEquals(401, status(sandbox, file));
        }
        assertFalse(Files.exists(file));
        assertFalse(Files.exists(file.getParent()));
    }

    @Test
    void the_file_can_be_put_where_somebody_wants_it(@TempDir Path folder) throws Exception {
        Path wanted = folder.resolve("authority.pem");
        try (Sandbox sandbox =
                Sandbox.start(Sandbox.Options.standard().withTls(true).withCaFile(wanted))) {
            assertEquals(wanted, sandbox.caFile());
            assertEquals(401, status(sandbox, wanted));
        }
        assertTrue(Files.exists(wanted));
    }

    /** What trusts the authority in this file, and no other. */
    static HandshakeCertificates trusting(Path authority) throws Exception {
        X509Certificate certificate;
        try (InputStream pem = Files.newInputStream(authority)) {
            certificate =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem);
        }
        return new HandshakeCertificates.Builder()
                .addTrustedCertificate(certificate)
                .build();
    }

    private static int status(Sandbox sandbox, Path authority) throws Exception {
        HandshakeCertificates trust = trusting(authority);
        OkHttpClient client = new OkHttpClient.Builder()
                .sslSocketFactory(trust.sslSocketFactory(), trust.trustManager())
                .build();
        Request request = new Request.Builder()
                .url(sandbox.baseUrl() + "/api/public/v1.0/orgs")
                .build();
        try (Response response = client.newCall(request).execute()) {
            return response.code();
        }
    }
}
