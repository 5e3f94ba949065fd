/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.model;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A source in memory that notes what is asked of it. */
final class Shelf implements ModelSource {

    private final Map<String, byte[]> contents = new HashMap<>();
    private final List<String> opened = new ArrayList<>();
    private boolean endless;

    void put(String path, String content) {
        contents.put(path, content.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean serves(URI address) {
        return "shelf".equals(address.getScheme());
    }

    @Override
    public synchronized Delivery open(URI address, Begun begun) throws IOException {
        opened.add(address.getPath());
        byte[] content = contents.get(address.getPath());
        if (content == null) {
            throw new NoSuchFileException(address.toString());
        }
        return Delivery.whole(endless ? new Endless() : new ByteArrayInputStream(content));
    }

    /** Paths that were asked for, in order. */
    synchronized List<String> opened() {
        return List.copyOf(opened);
    }

    /** From now on no content ends. */
    void makeEndless() {
        endless = true;
    }

    private static final class Endless extends InputStream {
        @Override
        public int read() {
            return 'a';
        }
    }
}
