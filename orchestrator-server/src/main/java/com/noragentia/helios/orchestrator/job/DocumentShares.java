/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.protocol.task.FileType;
import com.noragentia.helios.protocol.task.Share;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Into how many shares a document is cut for its summary. The orchestrator counts files and lays none out, so only what
 * is text through and through is cut, whose length tells how much there is to read; of a PDF or DOCX most may be pictures, and each worker would have
 * to take all of it apart. Programs of members send text. Pure.
 */
final class DocumentShares {

    /** A language model of 8,192 tokens reads so much at once, at 750 tokens a page, with room for what it writes. */
    private static final long PAGES = 10;

    private DocumentShares() {}

    /**
     * The shares, in order; one empty one stands for the whole document.
     *
     * @param pages as {@link com.noragentia.helios.protocol.extent.Counting} counts them
     * @param most more shares are not made, so that they are longer
     */
    static List<Optional<Share>> of(FileType type, long pages, int most) {
        int shares = (int) Math.min(pages / PAGES, most);
        if (shares < 2 || !isText(type)) {
            return List.of(Optional.empty());
        }
        return IntStream.rangeClosed(1, shares)
                .mapToObj(number -> Optional.of(new Share(number, shares)))
                .toList();
    }

    private static boolean isText(FileType type) {
        return switch (type) {
            case TEXT, MARKDOWN, HELIOS_TEXT -> true;
            case PDF, DOCX, PNG, JPEG, WAV, MP3 -> false;
        };
    }
}
