/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.model;

import com.noragentia.helios.connection.HttpClients;
import com.noragentia.helios.protocol.model.PublicAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** Where a server may send us: to https, or within this very computer; never with credentials; from the open Internet only to the open Internet. */
record RedirectRule(GuardedDns names) {

    /** Redirects of one request. */
    static final int MAX_REDIRECTS = 5;

    /** What is an address already, and is not looked up. */
    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|.*:.*");

    /** @throws NotOfferedException if the first address may not be asked */
    void begin(HttpUrl origin) throws NotOfferedException {
        if (!origin.isHttps() && !isLoopback(origin)) {
            throw new NotOfferedException("not-fetched-unsafe", "http without TLS, outside this computer");
        }
    }

    /**
     * Lets a redirect pass, or not.
     *
     * @param origin the first address that was asked
     * @throws NotOfferedException with the rule it breaks
     */
    void follow(HttpUrl origin, HttpUrl target) throws IOException {
        if (!target.username().isEmpty() || !target.password().isEmpty()) {
            throw new NotOfferedException("not-fetched-unsafe", "a redirect with credentials");
        }
        if (isLoopback(origin) && isLoopback(target)) {
            return;
        }
        if (!target.isHttps()) {
            throw new NotOfferedException("not-fetched-unsafe", "a redirect away from https");
        }
        if (!names.isPublic(origin.host())) {
            return; // inside somebody's network, and meant to be
        }
        if (LITERAL.matcher(target.host()).matches() && !PublicAddress.is(InetAddress.getByName(target.host()))) {
            throw new NotOfferedException("not-fetched-unsafe", "a redirect to a private address");
        }
        names.guard(target.host());
    }

    private static boolean isLoopback(HttpUrl url) {
        return HttpClients.isLoopback(url.uri());
    }
}
