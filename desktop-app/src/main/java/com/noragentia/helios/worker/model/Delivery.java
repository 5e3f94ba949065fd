/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.model;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/**
 * Content on its way.
 *
 * @param content its bytes; may lie, end early or never end
 * @param from the byte of the file it begins with: 0, or as many as were begun
 * @param whole the length of the whole file as the source says; negative if it does not
 * @param tag the entity tag of the whole; empty if it has none
 */
public record Delivery(InputStream content, long from, long whole, String tag) implements Closeable {

    /** All of a content whose length nobody said. */
    static Delivery whole(InputStream content) {
        return new Delivery(content, 0, -1, "");
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
