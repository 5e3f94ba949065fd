/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.image;

import com.noragentia.helios.protocol.task.TextLine;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.extract.PageReader;
import com.noragentia.helios.worker.extract.picture.DecodedPicture;
import com.noragentia.helios.worker.extract.picture.Picture;
import com.noragentia.helios.worker.runtime.ModelSpace;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads pages with a model that reads text in pictures. Owns the model's space. */
public final class PageTextReader implements PageReader {

    private static final Logger LOG = LoggerFactory.getLogger(PageTextReader.class);

    private final ModelSpace space;
    private final TextReader reader;

    private PageTextReader(ModelSpace space, TextReader reader) {
        this.space = space;
        this.reader = reader;
    }

    /** Opens the model of a space that was made for it. */
    public static PageReader openIn(ModelSpace space) throws ModelFailure {
        return new PageTextReader(space, TextReader.openIn(space));
    }

    @Override
    public Optional<List<TextLine>> read(Picture page, Progress progress) throws InterruptedException {
        try {
            return Optional.of(reader.read(new DecodedPicture(page, 1), "", progress::read));
        } catch (ModelFailure e) {
            LOG.warn("a picture of a page was not read: {}", e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        space.close();
    }
}
