/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.catalogue;

import com.noragentia.helios.protocol.model.PublicAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.Set;

/**
 * Where a hub may be, and where it may send us: https, or this very computer; never with credentials; from the open Internet only to the open
 * Internet. The name is looked up once more to connect; what could be gained by changing its meaning in between, the certificate prevents.
 */
final class HubPolicy {

    static final int MAX_REDIRECTS = 5;

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private HubPolicy() {}

    /** Whether the first address may be asked. */
    static boolean mayBegin(URI hub) {
        return hub.getHost() != null && (isHttps(hub) || isLoopback(hub));
    }

    /** Whether a server at {@code origin} may send us to {@code target}. */
    static boolean mayFollow(URI origin, URI target) throws IOException {
        if (target.getHost() == null || target.getUserInfo() != null) {
            return false;
        }
        if (isLoopback(origin) && isLoopback(target)) {
            return true;
        }
        return isHttps(target) && (!isPublic(origin) || isPublic(target));
    }

    private static boolean isHttps(URI address) {
        return "https".equalsIgnoreCase(address.getScheme());
    }

    private static boolean isLoopback(URI address) {
        return "http".equalsIgnoreCase(address.getScheme()) && LOOPBACK.contains(address.getHost());
    }

    private static boolean isPublic(URI address) throws IOException {
        return Arrays.stream(InetAddress.getAllByName(address.getHost())).allMatch(PublicAddress::is);
    }
}
