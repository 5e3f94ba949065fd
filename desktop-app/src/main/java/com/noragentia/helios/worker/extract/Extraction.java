/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.worker.extract.picture.DecodedPicture;
import com.noragentia.helios.worker.extract.picture.PagePicture;
import com.noragentia.helios.worker.extract.sound.Sound;
import java.util.List;

/** How the reading of one file ended. */
sealed interface Extraction {

    /** @param pictured pages whose text stands in pictures */
    record Text(int pages, List<Paragraph> paragraphs, List<Integer> pictured) implements Extraction {}

    /** One page of a PDF. */
    record PageDrawn(PagePicture page) implements Extraction {}

    record Drawn(DecodedPicture picture) implements Extraction {}

    record Heard(Sound sound) implements Extraction {}

    record Refused(ProblemCode code) implements Extraction {}

    /** The child never became ready, which says nothing about the file. */
    record NotStarted() implements Extraction {}
}
