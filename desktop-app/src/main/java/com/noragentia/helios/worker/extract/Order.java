/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import com.noragentia.helios.protocol.task.FileType;

/**
 * What a child is to do with its file.
 *
 * @param type of the file
 * @param page to be drawn, 1 for the first of a PDF; 0 where all of the file is to be read
 */
record Order(FileType type, int page) {

    private static final String GAP = " ";

    static Order toRead(FileType type) {
        return new Order(type, 0);
    }

    static Order toDraw(int page) {
        return new Order(FileType.PDF, page);
    }

    /** @throws IllegalArgumentException if it is no order; its parent writes no such line */
    static Order of(String line) {
        String[] words = line.split(GAP, -1);
        return new Order(FileType.valueOf(words[0]), Integer.parseInt(words[1]));
    }

    String line() {
        return type.name() + GAP + page;
    }
}
