/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** Reads certificate and key of a {@link TlsFiles}. */
final class TlsIdentity {

    private static final Pattern KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
    private static final List<String> ALGORITHMS = List.of("EC", "RSA", "EdDSA");
    /** Far more than any chain or key takes. */
    private static final long MOST_BYTES = 1024 * 1024;

    private TlsIdentity() {}

    /** @throws IOException that says what is wrong with the files, never what is in them */
    static SslContextFactory.Server of(TlsFiles files) throws IOException {
        try {
            Certificate[] chain = chain(files.certificate());
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("server", key(files.key()), new char[0], chain);
            SslContextFactory.Server tls = new SslContextFactory.Server();
            tls.setKeyStore(store);
            tls.setKeyStorePassword("");
            tls.setIncludeProtocols("TLSv1.3");
            return tls;
        } catch (GeneralSecurityException e) {
            throw new IOException("certificate and key of TLS do not fit together", e);
        }
    }

    private static Certificate[] chain(Path file) throws IOException {
        requireSmall(file);
        try (InputStream pem = Files.newInputStream(file)) {
            Certificate[] chain = CertificateFactory.getInstance("X.509").generateCertificates(pem).stream()
                    .toArray(Certificate[]::new);
            if (chain.length > 0) {
                return chain;
            }
        } catch (GeneralSecurityException e) {
            throw new IOException(file + " holds no certificate in PEM", e);
        }
        throw new IOException(file + " holds no certificate in PEM");
    }

    private static PrivateKey key(Path file) throws IOException, GeneralSecurityException {
        requireSmall(file);
        Matcher pem = KEY.matcher(Files.readString(file, StandardCharsets.US_ASCII));
        if (!pem.find()) {
            throw new IOException(file + " holds no private key in PEM (PKCS #8, not encrypted)");
        }
        PKCS8EncodedKeySpec encoded =
                new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem.group(1)));
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(encoded);
            } catch (InvalidKeySpecException _) {
                // a key of another kind
            }
        }
        throw new IOException(file + " holds a key that is neither EC nor RSA nor EdDSA");
    }

    private static void requireSmall(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException(file + " is too large for a certificate or a key");
        }
    }
}
