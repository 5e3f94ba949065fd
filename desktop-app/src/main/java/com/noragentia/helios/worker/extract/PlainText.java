/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import java.io.IOException;
import java.nio.file.Path;

/** A text file; a blank line ends a paragraph. */
final class PlainText implements TextSource {

    @Override
    public int read(Path file, ParagraphSink sink) throws IOException {
        for (String paragraph : DecodedText.of(file).split("\\R[\\s\\p{Z}]*\\R")) {
            sink.add(null, paragraph);
        }
        return sink.pagesFilled();
    }
}
