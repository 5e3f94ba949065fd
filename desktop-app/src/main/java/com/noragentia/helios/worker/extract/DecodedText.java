/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import com.noragentia.helios.protocol.api.Limit;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The characters of a text file: UTF-8 if that fits, else Windows-1252, which old Windows programs write. UTF-16 never comes
 * this far: its NUL bytes make {@link com.noragentia.helios.protocol.task.FileType} take it for a binary file. */
final class DecodedText {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int LONGEST_CHARACTER_BYTES = 4;

    private DecodedText() {}

    static String of(Path file) throws IOException {
        ParagraphSink.require(
                Limit.DOCUMENT_CHARACTERS, Math.ceilDiv(Files.size(file), (long) LONGEST_CHARACTER_BYTES));
        byte[] bytes = Files.readAllBytes(file);
        String text = decode(bytes);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, WINDOWS);
        }
    }
}
