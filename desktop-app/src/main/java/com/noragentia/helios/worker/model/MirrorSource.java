/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.model;

import com.noragentia.helios.connection.DeviceToken;
import com.noragentia.helios.connection.OrchestratorCalls;
import com.noragentia.helios.protocol.api.ProblemException;
import java.io.IOException;
import java.net.URI;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Dns;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

/** The network's own copy of the files it signed: {@code mirror:/<hash>}. Given to enrolled devices only. */
public final class MirrorSource implements ModelSource {

    private static final Pattern FORM = Pattern.compile("mirror:/([0-9a-f]{64})");

    private final OrchestratorCalls calls;
    private final DeviceToken token;
    private final HttpDownload download;

    public MirrorSource(OkHttpClient http, OrchestratorCalls calls, DeviceToken token) {
        this.calls = calls;
        this.token = token;
        this.download = new HttpDownload(http, Dns.SYSTEM);
    }

    @Override
    public boolean serves(URI address) {
        return FORM.matcher(address.toString()).matches();
    }

    @Override
    public boolean isRemote() {
        return true;
    }

    @Override
    public Delivery open(URI address, Begun begun) throws IOException {
        Matcher parts = FORM.matcher(address.toString());
        if (!parts.matches()) {
            throw new NotOfferedException("no-source", "not an address of the mirror");
        }
        HttpUrl url = calls.url("api/v1/models/files/" + parts.group(1));
        String first = granted(() -> token.current());
        try {
            return download.open(url, bearing(first), begun);
        } catch (UnauthorisedException e) {
            return download.open(url, bearing(granted(() -> token.renewed(first))), begun);
        }
    }

    private static Headers bearing(String token) {
        return Headers.of("Authorization", "Bearer " + token);
    }

    private static String granted(Supplier<String> grant) throws IOException {
        try {
            return grant.get();
        } catch (ProblemException e) {
            throw new IOException(
                    "no access to the mirror: " + e.problem().code().slug(), e);
        }
    }
}
