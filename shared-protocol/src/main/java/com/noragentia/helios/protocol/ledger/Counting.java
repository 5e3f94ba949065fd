/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.ledger;

import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.task.FileType;

/**
 * The published rule by which work is counted, so that whoever has a text or a file counts the same. It asks no model's vocabulary, and of
 * a file it sees the length and the first bytes: the same words cost the same with every model, and nothing in a file can make the counting
 * slow. Pure.
 */
public final class Counting {

    /** A token is a begun four bytes of UTF-8: four letters of English or Spanish, a character or so of scripts with more to it. */
    public static final int BYTES_PER_TOKEN = 4;

    /** What a page of plain text comes to, in bytes. */
    public static final long TEXT_BYTES_PER_PAGE = 3_000;
    /** What a language model reads of a page. */
    public static final long TOKENS_PER_PAGE = TEXT_BYTES_PER_PAGE / BYTES_PER_TOKEN;

    /** A page of a PDF: its text is compressed, but it brings fonts and positions. */
    public static final long PDF_BYTES_PER_PAGE = 30_000;
    /** A page of a DOCX: compressed XML. */
    public static final long DOCX_BYTES_PER_PAGE = 7_500;

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
     * @param head its first {@link FileType#MAGIC_BYTES}, or all of it; may be anything
     * @param bytes its length
     */
    public static long units(FileType type, byte[] head, long bytes) {
        return switch (type) {
            case PDF -> pages(bytes, PDF_BYTES_PER_PAGE);
            case DOCX -> pages(bytes, DOCX_BYTES_PER_PAGE);
            case TEXT, MARKDOWN, HELIOS_TEXT -> pages(bytes, TEXT_BYTES_PER_PAGE);
            case PNG, JPEG -> 1;
            case WAV -> begun(bytes, SoundHeader.wavBytesPerSecond(head), LONGEST_AUDIO_SECONDS);
            case MP3 -> begun(bytes, SoundHeader.mp3BytesPerSecond(head), LONGEST_AUDIO_SECONDS);
        };
    }

    private static long pages(long bytes, long each) {
        return begun(bytes, each, Limit.PDF_PAGES.value());
    }

    private static long begun(long bytes, long each, long most) {
        return Math.clamp(Math.ceilDiv(Math.max(0, bytes), each), 1, most);
    }
}
