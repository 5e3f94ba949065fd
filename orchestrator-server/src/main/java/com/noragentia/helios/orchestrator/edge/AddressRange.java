/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.edge;

import java.net.InetAddress;
import java.util.Optional;

/**
 * All addresses that begin alike (CIDR, RFC 4632 and RFC 4291), such as {@code 10.0.0.0/8} or {@code ::1}.
 *
 * @param bits how many of the first bits count
 */
public record AddressRange(InetAddress network, int bits) {

    /** The range that a text writes; a lone address is a range of one. Names are not looked up. */
    public static Optional<AddressRange> parse(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        return ClientAddress.literal(address)
                .flatMap(network -> bits(slash < 0 ? "" : text.substring(slash), network)
                        .map(bits -> new AddressRange(network, bits)));
    }

    private static Optional<Integer> bits(String suffix, InetAddress network) {
        int all = network.getAddress().length * Byte.SIZE;
        if (suffix.isEmpty()) {
            return Optional.of(all);
        }
        return suffix.matches("/[0-9]{1,3}")
                ? Optional.of(Integer.parseInt(suffix.substring(1))).filter(bits -> bits <= all)
                : Optional.empty();
    }

    boolean contains(InetAddress address) {
        byte[] mine = network.getAddress();
        byte[] theirs = address.getAddress();
        if (mine.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if ((mine[bit / Byte.SIZE] & mask) != (theirs[bit / Byte.SIZE] & mask)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return network.getHostAddress() + "/" + bits;
    }
}
