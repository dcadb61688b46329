package dev.parallax.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// A key pair and a self-signed certificate for `localhost` that live as long as the object:
/// nothing secret has to be shipped for the process to talk TLS with itself.
///
/// The JDK reads certificates but does not make them, so this writes the few fields of RFC 5280
/// §4.1 that are mandatory, in DER (X.690).
final class ThrowAwayCertificate {
    private static final char[] PASSWORD = {};
    private static final int INTEGER = 0x02;
    private static final int BIT_STRING = 0x03;
    private static final int UTF8_STRING = 0x0c;
    private static final int UTC_TIME = 0x17;
    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;
    // 1.2.840.10045.4.3.2, ecdsa-with-SHA256
    private static final byte[] ECDSA = {6, 8, 42, (byte) 134, 72, (byte) 206, 61, 4, 3, 2};
    // 2.5.4.3, commonName
    private static final byte[] COMMON_NAME = {6, 3, 85, 4, 3};

    private final KeyPair keys;
    private final Certificate certificate;

    ThrowAwayCertificate() throws GeneralSecurityException, IOException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        keys = generator.generateKeyPair();
        byte[] content = content();
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(keys.getPrivate());
        signature.update(content);
        byte[] signed =
                der(
                        SEQUENCE,
                        content,
                        der(SEQUENCE, ECDSA),
                        der(BIT_STRING, new byte[] {0}, signature.sign()));
        certificate =
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(signed));
    }

    private byte[] content() throws IOException {
        byte[] name =
                der(SEQUENCE, der(SET, der(SEQUENCE, COMMON_NAME, text(UTF8_STRING, "localhost"))));
        byte[] validity =
                der(SEQUENCE, text(UTC_TIME, "200101000000Z"), text(UTC_TIME, "491231235959Z"));
        byte[] serial = der(INTEGER, new byte[] {1});
        return der(
                SEQUENCE,
                serial,
                der(SEQUENCE, ECDSA),
                name,
                validity,
                name,
                keys.getPublic().getEncoded());
    }

    private static byte[] text(int tag, String text) throws IOException {
        return der(tag, text.getBytes(StandardCharsets.US_ASCII));
    }

    /// One value: tag, length, content. Here no content has 64 KiB or more.
    private static byte[] der(int tag, byte[]... parts) throws IOException {
        var content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.write(part);
        }
        var value = new ByteArrayOutputStream();
        value.write(tag);
        int length = content.size();
        if (length >= 0x100) {
            value.write(0x82);
            value.write(length >> 8);
        } else if (length >= 0x80) {
            value.write(0x81);
        }
        value.write(length);
        content.writeTo(value);
        return value.toByteArray();
    }

    /// What a server needs that shows this certificate.
    SSLContext server() throws GeneralSecurityException, IOException {
        KeyStore store = emptyStore();
        store.setKeyEntry("key", keys.getPrivate(), PASSWORD, new Certificate[] {certificate});
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    /// What a client needs that trusts this certificate and no other.
    SSLContext client() throws GeneralSecurityException, IOException {
        KeyStore store = emptyStore();
        store.setCertificateEntry("server", certificate);
        return ColdTls.trusting(store);
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        return store;
    }
}
