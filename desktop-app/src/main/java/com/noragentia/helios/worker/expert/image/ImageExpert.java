/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.image;

import com.noragentia.helios.protocol.api.Phase;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.Sight;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.TextLine;
import com.noragentia.helios.worker.expert.Answer;
import com.noragentia.helios.worker.expert.AnswerStream;
import com.noragentia.helios.worker.expert.LoadedModel;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.expert.TaskFiles;
import com.noragentia.helios.worker.extract.FileExtractor;
import com.noragentia.helios.worker.extract.picture.DecodedPicture;
import com.noragentia.helios.worker.runtime.ModelSpace;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the text in pictures; a question is answered with the lines that fit it best. It also puts together what others saw in pictures.
 */
public final class ImageExpert implements LoadedModel {

    private final ModelSpace space;
    private final FileExtractor extractor;
    private final TextReader reader;
    private final LineRanker ranker;

    private ImageExpert(ModelSpace space, FileExtractor extractor, TextReader reader, LineRanker ranker) {
        this.space = space;
        this.extractor = extractor;
        this.reader = reader;
        this.ranker = ranker;
    }

    /** Whether a model of these files is one that it could open, as far as their names tell. */
    public static boolean runs(List<String> fileNames) {
        return TextReader.opens(fileNames);
    }

    /** Opens a PP-OCR model, and owns its space from now on; the ranker may have opened what it needs there before. */
    public static ImageExpert openIn(ModelSpace space, FileExtractor extractor, LineRanker ranker) throws ModelFailure {
        return new ImageExpert(space, extractor, TextReader.openIn(space), ranker);
    }

    @Override
    public ModelManifest manifest() {
        return space.manifest();
    }

    @Override
    public Answer answer(TaskInput input, TaskFiles files, AnswerStream stream)
            throws ModelFailure, InterruptedException {
        if (input instanceof TaskInput.Combine combine) {
            TaskInput.Look look = combine.look();
            return look == null
                    ? combine(combine, stream)
                    : new LookAnswer(combine.language(), stream).of(combine, look);
        }
        TaskInput.Image image = PictureTask.of(input, Sight.TEXT);
        List<String> names = image.attachments().stream().map(Attachment::name).toList();
        ImageAnswer answer = new ImageAnswer(image.language(), names, image.part(), stream);
        List<List<TextLine>> pictures = new ArrayList<>();
        for (Attachment attachment : image.attachments()) {
            stream.working(Phase.READING, 0, 0);
            DecodedPicture picture = extractor.picture(files.of(attachment), attachment.type(), attachment.name());
            pictures.add(
                    reader.read(picture, attachment.name(), (done, of) -> stream.working(Phase.RECOGNISING, done, of)));
            answer.examined(picture.megapixels());
        }
        return conclude(answer, image.question(), image.language(), pictures, stream);
    }

    private Answer combine(TaskInput.Combine task, AnswerStream stream) throws ModelFailure, InterruptedException {
        List<List<TextLine>> pictures =
                task.parts().stream().map(ImageExpert::lines).toList();
        List<String> names = task.parts().stream().map(TaskInput.Combined::file).toList();
        ImageAnswer answer = new ImageAnswer(task.language(), names, null, stream);
        return conclude(answer, task.question(), task.language(), pictures, stream);
    }

    private static List<TextLine> lines(TaskInput.Combined part) {
        if (!(part.output() instanceof TaskOutput.Image image)) {
            throw new ProblemException(ProblemCode.REQUEST_INVALID, "a part is not what was read in a picture");
        }
        return LookedAt.lines(part.file(), image);
    }

    private Answer conclude(
            ImageAnswer answer, String question, Language language, List<List<TextLine>> pictures, AnswerStream stream)
            throws ModelFailure, InterruptedException {
        List<TextLine> lines = pictures.stream().flatMap(List::stream).toList();
        if (question.isBlank() || lines.isEmpty()) {
            answer.everything(pictures);
        } else {
            stream.working(Phase.SEARCHING, 0, 0);
            answer.best(ranker.best(question, language, lines), pictures);
        }
        return answer.finish(lines);
    }

    @Override
    public void close() {
        space.close();
    }
}
