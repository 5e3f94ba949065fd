/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.openai;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** A file as text: in base64 (RFC 4648), alone or after the head of a {@code data:} URL (RFC 2397). */
sealed interface Encoded {

    /** In the JSON itself. */
    record InMemory(String text) implements Encoded {

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    /** Set aside, since it is long. */
    record OnDisk(Path file) implements Encoded {

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file);
        }
    }

    String SCHEME = "data:";
    String MARK = ";base64";
    /** Of a media type with its parameters. */
    int HEAD_BYTES = 256;

    /** The text. */
    InputStream open() throws IOException;

    /** The media type that a {@code data:} URL in base64 names, without parameters; empty for anything else. */
    default Optional<String> mediaType() throws IOException {
        return head().map(
                        head -> head.substring(SCHEME.length()).split(";", 2)[0].toLowerCase(Locale.ROOT));
    }

    private Optional<String> head() throws IOException {
        try (InputStream text = open()) {
            String start = new String(text.readNBytes(HEAD_BYTES), StandardCharsets.ISO_8859_1);
            int comma = start.indexOf(',');
            return Optional.of(start.substring(0, Math.max(0, comma)))
                    .filter(head -> head.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                            && head.toLowerCase(Locale.ROOT).endsWith(MARK));
        }
    }

    /**
     * The file itself.
     *
     * @param param the parameter that holds it, for whoever reads what is no base64
     */
    default InputStream decoded(String param) throws IOException {
        int headBytes = head().map(head -> head.length() + 1).orElse(0);
        InputStream text = open();
        text.skipNBytes(headBytes);
        return new Decoding(text, param);
    }
}
