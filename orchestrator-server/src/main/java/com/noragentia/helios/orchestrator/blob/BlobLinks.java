/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.blob;

import com.noragentia.helios.orchestrator.store.Store;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Links with which a worker fetches one file for one lease, once: signed with HMAC-SHA256 (RFC 2104). Thread-safe. */
public final class BlobLinks {

    /** How long a link is good; a worker fetches before it begins. */
    static final Duration LIFE = Duration.ofMinutes(5);

    private static final String ALGORITHM = "HmacSHA256";

    private final Store store;
    private final Clock clock;
    private final SecretKeySpec key;
    private final SpentLinkTable spent = new SpentLinkTable();

    BlobLinks(Store store, Clock clock, String secret) {
        this.store = store;
        this.clock = clock;
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** A link relative to the orchestrator's address. */
    public URI link(String sha256, String lease) {
        long expires = clock.instant().plus(LIFE).toEpochMilli();
        return URI.create("/api/v1/blobs/" + sha256 + "?lease=" + lease + "&expires=" + expires + "&signature="
                + signature(sha256, lease, expires));
    }

    /** Uses a link up. True where it is one of ours, is still good, and was never used. */
    boolean redeem(String sha256, String lease, long expires, String signature) {
        byte[] expected = signature(sha256, lease, expires).getBytes(StandardCharsets.UTF_8);
        boolean ours = MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8));
        return ours
                && clock.instant().toEpochMilli() < expires
                && store.write(tx -> spent.spend(tx, signature, Instant.ofEpochMilli(expires)));
    }

    public void forgetExpired() {
        Instant now = clock.instant();
        store.write(tx -> {
            spent.deleteExpired(tx, now);
            return true;
        });
    }

    private String signature(String sha256, String lease, long expires) {
        String signed = "helios-blob-1\n" + sha256 + "\n" + lease + "\n" + expires;
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java run-time lacks " + ALGORITHM, e);
        }
    }
}
