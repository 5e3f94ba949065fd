/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.image;

import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.Phase;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TextLine;
import com.noragentia.helios.worker.expert.Answer;
import com.noragentia.helios.worker.expert.AnswerStream;
import com.noragentia.helios.worker.expert.LoadedModel;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.expert.TaskFiles;
import com.noragentia.helios.worker.runtime.ModelSpace;
import java.util.ArrayList;
import java.util.List;

/** Reads the text in pictures; a question is answered with the lines that fit it best. */
public final class ImageExpert implements LoadedModel {

    private final ModelSpace space;
    private final TextReader reader;
    private final LineRanker ranker;

    private ImageExpert(ModelSpace space, TextReader reader, LineRanker ranker) {
        this.space = space;
        this.reader = reader;
        this.ranker = ranker;
    }

    /** Opens a PP-OCR model, and owns its space from now on; the ranker may have opened what it needs there before. */
    public static ImageExpert openIn(ModelSpace space, LineRanker ranker) throws ModelFailure {
        return new ImageExpert(space, TextReader.openIn(space), ranker);
    }

    @Override
    public ModelManifest manifest() {
        return space.manifest();
    }

    @Override
    public Answer answer(TaskInput input, TaskFiles files, AnswerStream stream)
            throws ModelFailure, InterruptedException {
        TaskInput.Image image = checked(input);
        ImageAnswer answer = new ImageAnswer(image, stream);
        List<List<TextLine>> pictures = new ArrayList<>();
        for (Attachment attachment : image.attachments()) {
            stream.working(Phase.READING, 0, 0);
            DecodedPicture picture = new PictureFile(files.of(attachment), attachment).decode();
            pictures.add(
                    reader.read(picture, attachment.name(), (done, of) -> stream.working(Phase.RECOGNISING, done, of)));
            answer.examined(picture.megapixels());
        }
        List<TextLine> lines = pictures.stream().flatMap(List::stream).toList();
        if (image.question().isBlank() || lines.isEmpty()) {
            answer.everything(pictures);
        } else {
            stream.working(Phase.SEARCHING, 0, 0);
            answer.best(ranker.best(image.question(), image.language(), lines), pictures);
        }
        return answer.finish(lines);
    }

    @Override
    public void close() {
        space.close();
    }

    private static TaskInput.Image checked(TaskInput input) {
        if (!(input instanceof TaskInput.Image image)) {
            throw new ProblemException(ProblemCode.REQUEST_INVALID, "the image expert was asked for something else");
        }
        if (image.attachments().isEmpty()) {
            throw new ProblemException(ProblemCode.ATTACHMENT_MISSING, "no picture to read");
        }
        if (Limit.ATTACHMENTS_PER_JOB.isPassedBy(image.attachments().size())) {
            throw new ProblemException(Limit.ATTACHMENTS_PER_JOB.problem(), "too many pictures");
        }
        return image;
    }
}
