/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.model;

import com.noragentia.helios.protocol.model.HubFile;
import java.io.IOException;
import java.net.URI;
import okhttp3.Dns;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

/** A hub of models: {@code hub:/owner/name/revision/path}. It is asked as anybody may, without a name or a key. */
public final class HubSource implements ModelSource {

    /** Unless another is set. */
    public static final URI USUAL = URI.create("https://huggingface.co");

    /** The environment variable that names another hub. */
    public static final String VARIABLE = "HELIOS_HUB";

    private final URI hub;
    private final HttpDownload download;

    /** @param hub an address with https; http only on this very computer */
    public HubSource(OkHttpClient http, URI hub) {
        this.hub = hub;
        this.download = new HttpDownload(http, Dns.SYSTEM);
    }

    @Override
    public boolean serves(URI address) {
        return HubFile.of(address).isPresent();
    }

    @Override
    public boolean isRemote() {
        return true;
    }

    @Override
    public Delivery open(URI address, Begun begun) throws IOException {
        HttpUrl url = HttpUrl.get(HubFile.of(address).orElseThrow().at(hub));
        if (url == null) {
            throw new NotOfferedException("no-source", "the hub has no http address");
        }
        return download.open(url, Headers.EMPTY, begun);
    }
}
