/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.image;

import com.noragentia.helios.protocol.api.Phase;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.Seen;
import com.noragentia.helios.protocol.task.Sight;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.Usage;
import com.noragentia.helios.worker.expert.Answer;
import com.noragentia.helios.worker.expert.AnswerStream;
import com.noragentia.helios.worker.expert.LoadedModel;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.expert.TaskFiles;
import com.noragentia.helios.worker.extract.FileExtractor;
import com.noragentia.helios.worker.extract.picture.DecodedPicture;
import com.noragentia.helios.worker.runtime.ModelSpace;
import com.noragentia.helios.worker.runtime.seeing.CaptioningModel;
import com.noragentia.helios.worker.runtime.seeing.DetectionModel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Looks at pictures with a model that describes them, or finds things in them. What it says is put into words for people by who puts the parts of a
 * job together.
 */
public final class SightExpert implements LoadedModel {

    /** No caption is longer. */
    static final int MOST_CHARACTERS = 1_000;

    private final ModelSpace space;
    private final FileExtractor extractor;
    private final Sight sight;
    private final Eye eye;

    private SightExpert(ModelSpace space, FileExtractor extractor, Sight sight, Eye eye) {
        this.space = space;
        this.extractor = extractor;
        this.sight = sight;
        this.eye = eye;
    }

    /** What a model sees in one picture. */
    private interface Eye {

        View see(DecodedPicture picture) throws ModelFailure, InterruptedException;
    }

    private record View(@Nullable String description, List<Seen.Thing> things) {

        String text() {
            return description == null
                    ? things.stream().map(Seen.Thing::label).collect(Collectors.joining(", "))
                    : description;
        }
    }

    /** Whether a model of these files is one that could describe pictures, as far as their names tell. */
    public static boolean describes(List<String> fileNames) {
        return CaptioningModel.opens(fileNames);
    }

    /** Whether a model of these files is one that could find things, as far as their names tell. */
    public static boolean finds(List<String> fileNames) {
        return DetectionModel.opens(fileNames);
    }

    /** Opens a model that describes pictures, and owns its space from now on. */
    public static SightExpert describer(ModelSpace space, FileExtractor extractor) throws ModelFailure {
        CaptioningModel model = CaptioningModel.openIn(space);
        return new SightExpert(space, extractor, Sight.DESCRIPTION, picture -> {
            String text = model.describe(picture.picture());
            return new View(text.substring(0, Math.min(text.length(), MOST_CHARACTERS)), List.of());
        });
    }

    /** Opens a model that finds things, and owns its space from now on. */
    public static SightExpert finder(ModelSpace space, FileExtractor extractor) throws ModelFailure {
        DetectionModel model = DetectionModel.openIn(space);
        return new SightExpert(space, extractor, Sight.OBJECTS, picture -> new View(null, model.find(picture)));
    }

    @Override
    public ModelManifest manifest() {
        return space.manifest();
    }

    @Override
    public long memoryBytes() {
        return space.memoryBytes();
    }

    @Override
    public Answer answer(TaskInput input, TaskFiles files, AnswerStream stream)
            throws ModelFailure, InterruptedException {
        TaskInput.Image task = PictureTask.of(input, sight);
        List<Seen> seen = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int pieces = 0;
        double megapixels = 0;
        for (Attachment file : task.attachments()) {
            stream.working(Phase.READING, 0, 0);
            DecodedPicture picture = extractor.picture(files.of(file), file.type(), file.name());
            megapixels += picture.megapixels();
            stream.working(Phase.LOOKING, 0, 0);
            View view = eye.see(picture);
            seen.add(seen(file, view));
            String piece = (text.isEmpty() || view.text().isEmpty() ? "" : "\n") + view.text();
            if (!piece.isEmpty()) {
                text.append(piece);
                stream.piece(piece);
                pieces++;
            }
        }
        return new Answer(
                new TaskOutput.Image(text.toString(), List.of(), List.of(), seen),
                new Usage(0, pieces, 0, megapixels, 0));
    }

    private Seen seen(Attachment file, View view) {
        ModelManifest manifest = manifest();
        return new Seen(
                file.name(),
                manifest.id(),
                manifest.traits().demonstration(),
                sight,
                view.description(),
                view.description() == null ? null : language(manifest.languages()),
                view.things());
    }

    private static @Nullable Language language(List<Language> spoken) {
        return spoken.size() == 1 ? spoken.getFirst() : null;
    }

    @Override
    public void close() {
        space.close();
    }
}
