/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import com.noragentia.helios.protocol.task.TextLine;
import com.noragentia.helios.protocol.wire.JsonCodec;
import com.noragentia.helios.worker.extract.picture.Picture;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/**
 * The other end of a {@link PageReadingProcess}: for each line with the size of a page, whose pixels lie in the working folder, one with its text.
 */
public final class PageReadingLoop {

    static final int ORDER_BYTES = 1_024;

    private PageReadingLoop() {}

    /** Reads until nobody orders more. */
    public static void run(BufferedReader orders, OutputStream answers, PageReader reader)
            throws IOException, InterruptedException {
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            ChildMessage.Drawn page = JsonCodec.decode(order, ChildMessage.Drawn.class, ORDER_BYTES);
            Optional<Picture> picture = ResultFile.ofThisProcess().pixels(page.width(), page.height());
            Optional<List<TextLine>> lines =
                    picture.isEmpty() ? Optional.empty() : reader.read(picture.get(), (done, of) -> {});
            answers.write(JsonCodec.encode(new PageLines(lines.orElse(null))));
            answers.write('\n');
            answers.flush();
        }
    }
}
