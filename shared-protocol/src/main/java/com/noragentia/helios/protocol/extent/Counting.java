/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.extent;

import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.task.FileType;
import java.nio.ByteBuffer;

/**
 * The published rule by which work is counted, so that whoever has a text or a file counts the same. It asks no model's vocabulary: the same words cost
 * the same with every model. It goes through a file once, and unpacks no more of it than a bounded
 * number of bytes, so nothing in a file can make the counting slow. Pure.
 */
public final class Counting {

    /** A token is a begun four bytes of UTF-8: four letters of English or Spanish, a character or so of scripts with more to it. */
    public static final int BYTES_PER_TOKEN = 4;

    /** What a page of plain text comes to, in bytes. */
    public static final long TEXT_BYTES_PER_PAGE = 3_000;
    /** What a language model reads of a page. */
    public static final long TOKENS_PER_PAGE = TEXT_BYTES_PER_PAGE / BYTES_PER_TOKEN;
    /** What a language model reads at once: ten pages, as a share of a long document has. */
    public static final long TOKENS_PER_SHEET = 10 * TOKENS_PER_PAGE;
    /** What it writes of a sheet, to be read again: as long as an answer of usual length. */
    public static final long TOKENS_PER_DIGEST = 256;

    /** Pages whose text stands in pictures, of all documents of a task: no more are looked at, as each takes seconds. */
    public static final int PICTURED_PAGES = 20;

    /** Letters in a byte that cannot be seen through. Text that says something packs to a fifth at best: what is hidden costs thrice what it costs shown. */
    static final int UNSEEN_LETTERS_PER_BYTE = 16;

    /** No recording counts for more: trust.md §6.3. */
    public static final long LONGEST_AUDIO_SECONDS = 30 * 60;

    private Counting() {}

    /** Tokens of a text; 0 for an empty one. Time: linear. */
    public static long tokens(String text) {
        return Math.ceilDiv(utf8Bytes(text), BYTES_PER_TOKEN);
    }

    private static long utf8Bytes(String text) {
        long bytes = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                bytes += c < 0x800 || Character.isSurrogate(c) ? 1 : 2; // half a surrogate pair is two bytes of four
            }
        }
        return bytes;
    }

    /**
     * What a file counts: pages of a document, seconds of a recording, one image. At least 1; pages at most {@link Limit#PDF_PAGES}.
     *
     * @param file all of it, from 0 on; may be anything
     */
    public static FileExtent extent(FileType type, ByteBuffer file) {
        return switch (type) {
            case PDF -> PdfExtent.of(file);
            case DOCX -> DocxExtent.of(file);
            case TEXT, MARKDOWN, HELIOS_TEXT -> new FileExtent(textPages(file.limit()), 0);
            case PNG, JPEG -> FileExtent.LEAST;
            case WAV -> seconds(Math.ceilDiv(file.limit(), SoundHeader.wavBytesPerSecond(file)));
            case MP3 -> seconds(Mp3Length.seconds(file));
        };
    }

    private static FileExtent seconds(long begun) {
        return new FileExtent(Math.min(begun, LONGEST_AUDIO_SECONDS), 0);
    }

    /** Pages that so many bytes of text fill. */
    static long textPages(long bytes) {
        return begun(bytes, TEXT_BYTES_PER_PAGE, Limit.PDF_PAGES.value());
    }

    /** What text there may be in so many bytes that cannot be read: no more than anybody reads of a document. */
    static long unseenText(long bytes) {
        return Math.min(Limit.DOCUMENT_CHARACTERS.value(), UNSEEN_LETTERS_PER_BYTE * bytes);
    }

    private static long begun(long bytes, long each, long most) {
        return Math.clamp(Math.ceilDiv(Math.max(0, bytes), each), 1, most);
    }
}
