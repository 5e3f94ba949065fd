/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.model;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Which addresses belong to the open Internet. A server out there must not be able to send a program to a machine of its user's own network
 * (server-side request forgery). After the special-purpose registries of RFC 6890.
 */
public final class PublicAddress {

    private PublicAddress() {}

    /** Whether anybody may be sent there. */
    public static boolean is(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        return switch (address) {
            case Inet4Address four -> isPublic(four.getAddress());
            case Inet6Address six -> isPublic6(six.getAddress());
            default -> false;
        };
    }

    private static boolean isPublic(byte[] address) {
        int first = address[0] & 0xFF;
        int second = address[1] & 0xFF;
        boolean special = first == 0 // this network
                || first >= 240 // reserved, broadcast
                || (first == 100 && second >= 64 && second < 128) // shared by providers (RFC 6598)
                || (first == 192 && second == 0 && address[2] == 0) // protocol assignments
                || (first == 198 && (second == 18 || second == 19)); // benchmarks
        return !special;
    }

    private static boolean isPublic6(byte[] address) {
        int first = address[0] & 0xFF;
        int second = address[1] & 0xFF;
        if ((first & 0xFE) == 0xFC) { // unique local (RFC 4193)
            return false;
        }
        if (first == 0x20 && second == 0x02) { // 6to4 carries an IPv4 address
            return isEmbedded(address, 2);
        }
        if (first == 0 && second == 0x64) { // NAT64 (RFC 6052) does, too
            return isEmbedded(address, 12);
        }
        return first != 0; // what is left of ::/8 is special
    }

    private static boolean isEmbedded(byte[] address, int from) {
        try {
            return is(InetAddress.getByAddress(Arrays.copyOfRange(address, from, from + 4)));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }
}
