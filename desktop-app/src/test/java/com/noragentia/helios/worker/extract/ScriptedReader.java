/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import com.noragentia.helios.protocol.task.TextLine;
import com.noragentia.helios.worker.extract.picture.Picture;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Says of a page what a test wants. */
record ScriptedReader(Function<Picture, Optional<List<TextLine>>> script) implements PageReader {

    @Override
    public Optional<List<TextLine>> read(Picture page, Progress progress) {
        progress.read(1, 2);
        progress.read(2, 2);
        return script.apply(page);
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
