/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.edge;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a request comes from.
 *
 * @param isOwner it comes from this very computer and was not forwarded: whoever can do that may stop the orchestrator as well, and is not
 *     limited by address
 */
public record ClientAddress(InetAddress address, boolean isOwner) {

    /** An IPv6 address has 39 characters, one that ends like IPv4 45; then brackets, a port. */
    private static final int LITERAL_CHARACTERS = 64;

    private static final Pattern IPV4 = Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,3}){3})(?::[0-9]{1,5})?");
    private static final Pattern IPV6 =
            Pattern.compile("\\[?([0-9A-Fa-f:]*:[0-9A-Fa-f:.]*)(?:%[0-9A-Za-z]+)?(?:](?::[0-9]{1,5})?)?");
    private static final int SITE_BYTES = 8;

    /**
     * The key under which it is limited: an IPv4 address, or the first 64 bits of an IPv6 one, since the smallest network that a provider
     * hands to a home is a /64 (RFC 6177, RIPE-690), all of whose 2^64 addresses one computer may use in turn.
     */
    public String key() {
        return keyOf(address);
    }

    /** The {@link #key} of an address. */
    public static String keyOf(InetAddress address) {
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(address.getAddress(), 0, SITE_BYTES)
                : address.getHostAddress();
    }

    /**
     * The network it belongs to: the first 24 bits of an IPv4 address, the first 48 of an IPv6 one, since that is what one customer commonly has
     * (RFC 6177).
     */
    public String networkKey() {
        byte[] bytes = address.getAddress();
        return HexFormat.of().formatHex(bytes, 0, address instanceof Inet6Address ? 6 : 3);
    }

    /** An address written as {@code 192.0.2.1}, {@code 2001:db8::1} or {@code [2001:db8::1]}, with or without a port. Names are not looked up. */
    static Optional<InetAddress> literal(String text) {
        String stripped = text.strip();
        if (stripped.length() > LITERAL_CHARACTERS) {
            return Optional.empty();
        }
        for (Pattern form : new Pattern[] {IPV4, IPV6}) {
            var matcher = form.matcher(stripped);
            if (matcher.matches()) {
                return parse(matcher.group(1));
            }
        }
        return Optional.empty();
    }

    private static Optional<InetAddress> parse(String literal) {
        try {
            return Optional.of(InetAddress.ofLiteral(literal));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
