/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.model;

import com.noragentia.helios.protocol.model.PublicAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.Dns;

/**
 * Looks up names, and finds for those that a public server sent us to public addresses only. It is asked at the moment of connecting, so a name
 * that means something else by then gains nothing. Thread-safe.
 */
final class GuardedDns implements Dns {

    private final Dns names;
    private final Set<String> guarded = ConcurrentHashMap.newKeySet();

    GuardedDns(Dns names) {
        this.names = names;
    }

    /** From now on this host must be public. */
    void guard(String host) {
        guarded.add(host);
    }

    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        List<InetAddress> found = names.lookup(host);
        if (!guarded.contains(host)) {
            return found;
        }
        List<InetAddress> open = found.stream().filter(PublicAddress::is).toList();
        if (open.isEmpty()) {
            throw new UnknownHostException("a redirect to a private address");
        }
        return open;
    }

    /** Whether all addresses of a host are public. */
    boolean isPublic(String host) throws UnknownHostException {
        return names.lookup(host).stream().allMatch(PublicAddress::is);
    }
}
