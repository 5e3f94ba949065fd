/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.task;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.noragentia.helios.protocol.api.Limit;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of file Helios accepts: extensions, media type and the first bytes that must match both. */
public enum FileType {
    @JsonProperty("pdf")
    PDF("application/pdf", List.of("pdf"), Expert.DOCUMENT),
    @JsonProperty("docx")
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", List.of("docx"), Expert.DOCUMENT),
    @JsonProperty("txt")
    TEXT("text/plain", List.of("txt"), Expert.DOCUMENT),
    @JsonProperty("md")
    MARKDOWN("text/markdown", List.of("md"), Expert.DOCUMENT),
    /** The text of one of the four above, taken out by the program of whoever asks: docs/helios-text.md. */
    @JsonProperty("helios-text")
    HELIOS_TEXT("application/vnd.noragentia.helios-text", List.of("heliostext"), Expert.DOCUMENT),
    @JsonProperty("png")
    PNG("image/png", List.of("png"), Expert.IMAGE),
    @JsonProperty("jpg")
    JPEG("image/jpeg", List.of("jpg", "jpeg"), Expert.IMAGE),
    @JsonProperty("wav")
    WAV("audio/wav", List.of("wav"), Expert.AUDIO),
    @JsonProperty("mp3")
    MP3("audio/mpeg", List.of("mp3"), Expert.AUDIO);

    /** As many leading bytes as {@link #matches} needs to decide. */
    public static final int MAGIC_BYTES = 1024;

    /** How the first line of {@link #HELIOS_TEXT} begins where all of it is text of the document. */
    public static final String HELIOS_TEXT_MAGIC = "Helios-Text/1\t";
    /** How it begins where some of it was read from pictures, or some pages were not read: what reads the former only would take it for broken. */
    public static final String HELIOS_TEXT_2_MAGIC = "Helios-Text/2\t";

    private static final int[] ZIP = {'P', 'K', 3, 4};

    /** How other files begin than those that are accepted, in ISO 8859-1: archives, programs, pictures, sound, what is drawn or shown as a page. */
    private static final List<String> STRANGERS = List.of(
            "PK",
            "\u00D0\u00CF\u0011\u00E0",
            "\u001F\u008B",
            "BZh",
            "7z\u00BC\u00AF",
            "\u00FD7zXZ",
            "Rar!",
            "MSCF",
            "MZ",
            "\u007FELF",
            "\u00CA\u00FE\u00BA\u00BE",
            "#!",
            "GIF8",
            "BM",
            "II*\0",
            "MM\0*",
            "RIFF",
            "OggS",
            "fLaC",
            "%!PS",
            "{\\rtf",
            "<!DOCTYPE",
            "<html",
            "<?xml",
            "<svg",
            HELIOS_TEXT_MAGIC,
            HELIOS_TEXT_2_MAGIC);

    private final String mediaType;
    private final List<String> extensions;
    private final Expert expert;

    FileType(String mediaType, List<String> extensions, Expert expert) {
        this.mediaType = mediaType;
        this.extensions = extensions;
        this.expert = expert;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Without dot, in lower case; the usual one first. */
    public List<String> extensions() {
        return extensions;
    }

    /** The expert that reads such a file. */
    public Expert expert() {
        return expert;
    }

    /** Whether members choose such files themselves; the others are made by programs on their way. */
    public boolean isChosen() {
        return this != HELIOS_TEXT;
    }

    /** The longest such file that is accepted. */
    public Limit limit() {
        return this == HELIOS_TEXT ? Limit.HELIOS_TEXT_BYTES : Limit.ATTACHMENT_BYTES;
    }

    /**
     * Whether a file of this type may go by this name. Text that was taken out keeps the name of the document it stands in, since answers quote it.
     */
    public boolean fitsName(String fileName) {
        return ofName(fileName)
                .filter(named -> named == this || (this == HELIOS_TEXT && named.expert == Expert.DOCUMENT))
                .isPresent();
    }

    /** The type that a file name promises, by its extension; empty where Helios does not accept it. */
    public static Optional<FileType> ofName(String fileName) {
        int dot = fileName.lastIndexOf('.');
        String extension = dot < 0 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(type -> type.extensions.contains(extension))
                .findFirst();
    }

    /**
     * Whether the first bytes of a file (up to {@link #MAGIC_BYTES}) fit this type. Text types have no magic number: they fit
     * unless a NUL byte gives a binary file away.
     */
    public boolean matches(byte[] head) {
        return switch (this) {
            // Readers of PDF look past what stands before it; what else would read the file does not.
            case PDF -> indexOf(head, "%PDF-") == 0 || (indexOf(head, "%PDF-") > 0 && !startsAsAnother(head));
            case DOCX -> startsWith(head, ZIP);
            case PNG -> startsWith(head, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A);
            case JPEG -> startsWith(head, 0xFF, 0xD8, 0xFF);
            case WAV -> startsWith(head, 'R', 'I', 'F', 'F') && indexOf(head, "WAVE") == 8;
            case MP3 -> startsWith(head, 'I', 'D', '3') || isMpegFrame(head);
            case TEXT, MARKDOWN -> indexOf(head, "\0") < 0;
            case HELIOS_TEXT ->
                (indexOf(head, HELIOS_TEXT_MAGIC) == 0 || indexOf(head, HELIOS_TEXT_2_MAGIC) == 0)
                        && indexOf(head, "\0") < 0;
        };
    }

    /** Whether a program that looks at the first byte would take it for something else: one file, one type, whoever reads it. */
    private static boolean startsAsAnother(byte[] head) {
        return DOCX.matches(head)
                || PNG.matches(head)
                || JPEG.matches(head)
                || MP3.matches(head)
                || STRANGERS.stream().anyMatch(magic -> indexOf(head, magic) == 0);
    }

    private static boolean isMpegFrame(byte[] head) {
        return head.length > 1 && (head[0] & 0xFF) == 0xFF && (head[1] & 0xE0) == 0xE0;
    }

    private static boolean startsWith(byte[] head, int... magic) {
        if (head.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((head[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    private static int indexOf(byte[] head, String ascii) {
        return new String(head, StandardCharsets.ISO_8859_1).indexOf(ascii);
    }
}
