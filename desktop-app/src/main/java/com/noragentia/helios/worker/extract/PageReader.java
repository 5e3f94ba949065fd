/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import com.noragentia.helios.protocol.task.TextLine;
import com.noragentia.helios.worker.extract.picture.Picture;
import java.util.List;
import java.util.Optional;

/** Reads the text in pictures of pages. For one thread at a time. */
public interface PageReader extends AutoCloseable {

    /**
     * The lines of a page in reading order, their boxes in pixels; none where there is no text. Empty if it could not be read here.
     *
     * @param progress within the page: a dense one takes longer than a lease without progress
     */
    Optional<List<TextLine>> read(Picture page, Progress progress) throws InterruptedException;

    /** Gives back what reading took. */
    @Override
    void close();

    /** Is told how many lines of a page are read. */
    interface Progress {

        void read(int lines, int of);
    }

    /** Where readers come from. Thread-safe. */
    interface Source {

        /** Nobody here reads pictures. */
        Source NONE = Optional::empty;

        /** One for a document; empty where there is no room or no model for it. */
        Optional<PageReader> open() throws InterruptedException;
    }
}
