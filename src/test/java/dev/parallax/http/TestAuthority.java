package dev.parallax.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// Somebody who signs certificates, good and bad ones, and can be trusted or not: RFC 5280 in DER.
public final class TestAuthority {
    private static final char[] PASSWORD = "open sesame".toCharArray();
    private static final AtomicInteger SERIAL = new AtomicInteger(1);
    private static final byte[] COMMON_NAME = {6, 3, 85, 4, 3};
    private static final byte[] BASIC_CONSTRAINTS = {6, 3, 85, 29, 19};
    private static final byte[] ALTERNATIVE_NAME = {6, 3, 85, 29, 17};
    private static final byte[] EXTENDED_USAGE = {6, 3, 85, 29, 37};
    private static final byte[] FOR_CLIENTS = {6, 8, 43, 6, 1, 5, 5, 7, 3, 2};
    private static final byte[] FOR_SERVERS = {6, 8, 43, 6, 1, 5, 5, 7, 3, 1};

    /// How a certificate is signed.
    @SuppressWarnings("ImmutableEnumChecker") // nobody changes the bytes
    enum Method {
        SOUND("EC", 256, "SHA256withECDSA", 6, 8, 42, 134, 72, 206, 61, 4, 3, 2),
        WEAK("RSA", 2048, "MD5withRSA", 6, 9, 42, 134, 72, 134, 247, 13, 1, 1, 4, 5, 0);

        private final String key;
        private final int bits;
        private final String name;
        private final byte[] id;

        Method(String key, int bits, String name, int... id) {
            this.key = key;
            this.bits = bits;
            this.name = name;
            this.id = new byte[id.length];
            for (int i = 0; i < id.length; i++) {
                this.id[i] = (byte) id[i];
            }
        }
    }

    /// What a certificate says.
    ///
    /// @param usage object id of the one purpose it is for
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Wish(String name, Instant from, Instant to, boolean signsOthers, byte[] usage) {
        static Wish of(String name) {
            Instant now = Instant.now();
            return new Wish(
                    name,
                    now.minus(Duration.ofDays(1)),
                    now.plus(Duration.ofDays(90)),
                    false,
                    FOR_SERVERS);
        }

        Wish until(Instant end) {
            return new Wish(name, from, end, signsOthers, usage);
        }

        Wish from(Instant begin) {
            return new Wish(name, begin, to, signsOthers, usage);
        }

        Wish forClients() {
            return new Wish(name, from, to, signsOthers, FOR_CLIENTS);
        }
    }

    private final String name;
    private final Method method;
    private final KeyPair keys;
    private final List<X509Certificate> chain = new ArrayList<>();

    public TestAuthority() throws GeneralSecurityException, IOException {
        this(Method.SOUND);
    }

    TestAuthority(Method method) throws GeneralSecurityException, IOException {
        this.method = method;
        name = "Test authority " + SERIAL.get();
        keys = keys(method);
        Instant now = Instant.now();
        var own =
                new Wish(
                        name,
                        now.minus(Duration.ofDays(2)),
                        now.plus(Duration.ofDays(3650)),
                        true,
                        FOR_SERVERS);
        chain.add(sign(own, keys));
    }

    private TestAuthority(Wish wish, KeyPair keys, TestAuthority above)
            throws GeneralSecurityException, IOException {
        method = above.method;
        name = wish.name();
        this.keys = keys;
        chain.add(above.sign(wish, keys));
        chain.addAll(above.chain);
    }

    private static KeyPair keys(Method method) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(method.key);
        generator.initialize(method.bits);
        return generator.generateKeyPair();
    }

    /// Somebody whose own certificate is signed here, with a key of its own.
    TestAuthority issue(Wish wish) throws GeneralSecurityException, IOException {
        return new TestAuthority(wish, keys(method), this);
    }

    private X509Certificate sign(Wish wish, KeyPair of)
            throws GeneralSecurityException, IOException {
        byte[] id = der(0x30, method.id);
        byte[] content =
                der(
                        0x30,
                        der(0xa0, der(2, new byte[] {2})),
                        der(2, new byte[] {(byte) (SERIAL.incrementAndGet() % 100 + 1)}),
                        id,
                        named(name),
                        der(0x30, time(wish.from()), time(wish.to())),
                        named(wish.name()),
                        of.getPublic().getEncoded(),
                        der(0xa3, der(0x30, extensions(wish))));
        Signature signature = Signature.getInstance(method.name);
        signature.initSign(keys.getPrivate());
        signature.update(content);
        byte[] signed = der(0x30, content, id, der(3, new byte[] {0}, signature.sign()));
        return (X509Certificate)
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(signed));
    }

    private static byte[][] extensions(Wish wish) throws IOException {
        byte[] constraints =
                extension(
                        BASIC_CONSTRAINTS,
                        der(0x30, wish.signsOthers() ? new byte[] {1, 1, -1} : new byte[0]));
        if (wish.signsOthers()) {
            return new byte[][] {constraints};
        }
        return new byte[][] {
            constraints,
            extension(
                    ALTERNATIVE_NAME,
                    der(0x30, der(0x82, wish.name().getBytes(StandardCharsets.US_ASCII)))),
            extension(EXTENDED_USAGE, der(0x30, wish.usage()))
        };
    }

    private static byte[] extension(byte[] id, byte[] value) throws IOException {
        return der(0x30, id, der(4, value));
    }

    private static byte[] named(String name) throws IOException {
        byte[] text = der(0x0c, name.getBytes(StandardCharsets.UTF_8));
        return der(0x30, der(0x31, der(0x30, COMMON_NAME, text)));
    }

    private static byte[] time(Instant instant) throws IOException {
        String text =
                DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'")
                        .withZone(ZoneOffset.UTC)
                        .format(instant);
        return der(0x17, text.getBytes(StandardCharsets.US_ASCII));
    }

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

    X509Certificate certificate() {
        return chain.getFirst();
    }

    /// A context that shows the certificate, and asks for one of the authority if there is one.
    SSLContext context(TestAuthority... trusted) throws GeneralSecurityException, IOException {
        var keyManagers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keyManagers.init(store(), PASSWORD);
        KeyStore others = KeyStore.getInstance("PKCS12");
        others.load(null, null);
        for (TestAuthority authority : trusted) {
            others.setCertificateEntry(authority.name, authority.certificate());
        }
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        if (trusted.length > 0) {
            trust.init(others);
        }
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(
                keyManagers.getKeyManagers(),
                trusted.length > 0 ? trust.getTrustManagers() : null,
                null);
        return context;
    }

    /// A context that shows a certificate for a host, good in every respect.
    public SSLContext good(String host) throws GeneralSecurityException, IOException {
        return issue(Wish.of(host)).context();
    }

    private KeyStore store() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("key", keys.getPrivate(), PASSWORD, chain.toArray(new Certificate[0]));
        return store;
    }

    /// Writes key and certificate; the pass phrase is `open sesame`.
    Path writePkcs12(Path file) throws GeneralSecurityException, IOException {
        try (var out = Files.newOutputStream(file)) {
            store().store(out, PASSWORD);
        }
        return file;
    }

    /// Writes the certificate as an authority to trust.
    public Path writePem(Path file) throws GeneralSecurityException, IOException {
        String encoded =
                Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(chain.getLast().getEncoded());
        return Files.writeString(
                file, "-----BEGIN CERTIFICATE-----\n" + encoded + "\n-----END CERTIFICATE-----\n");
    }
}
