/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.task.FileType;
import java.io.IOException;
import java.nio.file.Path;

/** A file format that text can be taken from. Runs in the child only. */
interface TextSource {

    /**
     * Gives every paragraph of the file to {@code sink}, in reading order.
     *
     * @return the pages of the file
     * @throws ProblemException if it is locked or over a limit
     */
    int read(Path file, ParagraphSink sink) throws IOException;

    static TextSource of(FileType type) {
        return switch (type) {
            case PDF -> new PdfText();
            case DOCX -> new DocxText();
            case TEXT -> new PlainText();
            case MARKDOWN -> new MarkdownText();
            case HELIOS_TEXT -> new HeliosText();
            case PNG, JPEG, WAV, MP3 ->
                throw new ProblemException(ProblemCode.FILE_TYPE_UNSUPPORTED, "no document: " + type);
        };
    }
}
