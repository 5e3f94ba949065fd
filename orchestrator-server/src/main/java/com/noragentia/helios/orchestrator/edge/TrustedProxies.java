/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.edge;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Tells from where requests come. {@code X-Forwarded-For} is believed only from the proxies named here, and of it only the right-most
 * address that is none of theirs: everything to the left of it was written by whoever sent the request. Immutable.
 */
public final class TrustedProxies {

    /** A chain of more proxies than this is none of ours. */
    private static final int HOPS = 16;

    private static final String HEADER = "X-Forwarded-For";
    private static final InetAddress UNKNOWN = InetAddress.ofLiteral("0.0.0.0");

    private final List<AddressRange> ranges;

    public TrustedProxies(List<AddressRange> ranges) {
        this.ranges = List.copyOf(ranges);
    }

    public boolean includes(InetAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }

    ClientAddress clientOf(Context ctx) {
        boolean forwarded = ctx.req().getHeader(HEADER) != null || ctx.req().getHeader("Forwarded") != null;
        return clientOf(ctx.req().getRemoteAddr(), Collections.list(ctx.req().getHeaders(HEADER)), forwarded);
    }

    /**
     * Who asks.
     *
     * @param peer the other end of the socket
     * @param headers every {@code X-Forwarded-For} of the request, in order
     * @param forwarded whether anything says that the request was forwarded
     */
    ClientAddress clientOf(String peer, List<String> headers, boolean forwarded) {
        InetAddress nearest = ClientAddress.literal(peer).orElse(UNKNOWN);
        if (!forwarded && nearest.isLoopbackAddress()) {
            return new ClientAddress(nearest, true);
        }
        return new ClientAddress(includes(nearest) ? beyond(nearest, String.join(",", headers)) : nearest, false);
    }

    /** Goes from proxy to proxy, the nearest first; where the chain cannot be read, the last one that could counts as the client. */
    private InetAddress beyond(InetAddress proxy, String chain) {
        InetAddress reached = proxy;
        int end = chain.length();
        for (int hop = 0; hop < HOPS && end > 0 && includes(reached); hop++) {
            int comma = chain.lastIndexOf(',', end - 1);
            Optional<InetAddress> next = ClientAddress.literal(chain.substring(comma + 1, end));
            if (next.isEmpty()) {
                return reached;
            }
            reached = next.get();
            end = comma;
        }
        return reached;
    }
}
