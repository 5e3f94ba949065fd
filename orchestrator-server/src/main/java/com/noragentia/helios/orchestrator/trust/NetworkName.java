/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names the network that an address belongs to, an IPv4 /24 or an IPv6 /48 (trust.md 3.6), by an HMAC: the same for the same network, and
 * without the key no guide to any address. Thread-safe.
 */
final class NetworkName {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int IPV4_BYTES = 3;
    private static final int IPV6_BYTES = 6;
    /** Of the 32 that an HMAC has; no two networks will ever share them. */
    private static final int NAME_BYTES = 16;

    private static final int UNIQUE_LOCAL_MASK = 0xFE;
    private static final int UNIQUE_LOCAL = 0xFC; // RFC 4193
    private static final byte SHARED = 100;
    private static final int SHARED_SECOND = 64;
    private static final int SHARED_MASK = 0xC0;

    private final SecretKeySpec key;

    NetworkName(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /**
     * The name; empty for an address of this computer or of a private network, which many unrelated networks use, and which says of those
     * who meet in one only that they know each other.
     */
    Optional<String> of(InetAddress address) {
        return isPublic(address) ? Optional.of(hmac(address)) : Optional.empty();
    }

    private static boolean isPublic(InetAddress address) {
        return !address.isLoopbackAddress()
                && !address.isAnyLocalAddress()
                && !address.isLinkLocalAddress()
                && !address.isSiteLocalAddress()
                && !isUniqueLocal(address)
                && !isShared(address);
    }

    /** 100.64.0.0/10: many customers of a provider behind one address (RFC 6598). */
    private static boolean isShared(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address && bytes[0] == SHARED && (bytes[1] & SHARED_MASK) == SHARED_SECOND;
    }

    private static boolean isUniqueLocal(InetAddress address) {
        return !(address instanceof Inet4Address) && (address.getAddress()[0] & UNIQUE_LOCAL_MASK) == UNIQUE_LOCAL;
    }

    private String hmac(InetAddress address) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(address.getAddress(), 0, address instanceof Inet4Address ? IPV4_BYTES : IPV6_BYTES);
            return HexFormat.of().formatHex(mac.doFinal(), 0, NAME_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
