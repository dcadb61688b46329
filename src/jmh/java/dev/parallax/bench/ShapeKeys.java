package dev.parallax.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// A key pair and certificate for the loopback interface and for the yardstick's server.
record ShapeKeys(SSLContext tls, Path pem, String fingerprint) {
    private static final String PASSWORD = "benchmark";

    static ShapeKeys in(Path folder)
            throws IOException, InterruptedException, GeneralSecurityException {
        Path store = folder.resolve("shaping.p12");
        Path pem = folder.resolve("shaping.pem");
        if (!Files.exists(pem)) {
            keytool(
                    "-genkeypair",
                    "-keystore",
                    store.toString(),
                    "-keyalg",
                    "EC",
                    "-alias",
                    "it",
                    "-dname",
                    "CN=shaping",
                    "-validity",
                    "3650",
                    "-ext",
                    "san=ip:127.0.0.1,ip:10.77.0.2,dns:localhost");
            keytool(
                    "-exportcert",
                    "-rfc",
                    "-keystore",
                    store.toString(),
                    "-alias",
                    "it",
                    "-file",
                    pem.toString());
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD.toCharArray());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("it", keys.getCertificate("it"));
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(own.getKeyManagers(), trust.getTrustManagers(), null);
        byte[] key = keys.getCertificate("it").getPublicKey().getEncoded();
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(key);
        return new ShapeKeys(tls, pem, Base64.getEncoder().encodeToString(digest));
    }

    private static void keytool(String... words) throws IOException, InterruptedException {
        var command = new java.util.ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(java.util.List.of(words));
        command.addAll(java.util.List.of("-storepass", PASSWORD));
        int code = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (code != 0) {
            throw new IOException("keytool ended with " + code);
        }
    }
}
