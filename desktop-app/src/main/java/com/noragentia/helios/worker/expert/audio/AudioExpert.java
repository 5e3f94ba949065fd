/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.audio;

import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.Phase;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.Share;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.worker.expert.Answer;
import com.noragentia.helios.worker.expert.AnswerStream;
import com.noragentia.helios.worker.expert.LoadedModel;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.expert.TaskFiles;
import com.noragentia.helios.worker.extract.FileExtractor;
import com.noragentia.helios.worker.extract.sound.Sound;
import com.noragentia.helios.worker.runtime.ModelSpace;
import com.noragentia.helios.worker.runtime.listening.ListeningModel;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Writes down what is said in recordings, in the language it is said in, with times. Questions about them are answered by who reads documents, from
 * what is written here.
 */
public final class AudioExpert implements LoadedModel {

    private final ModelSpace space;
    private final FileExtractor extractor;
    private final ListeningModel model;
    private final VoiceActivity voices = new EnergyVoiceActivity();

    private AudioExpert(ModelSpace space, FileExtractor extractor, ListeningModel model) {
        this.space = space;
        this.extractor = extractor;
        this.model = model;
    }

    /** Whether a model of these files is one that it could open, as far as their names tell. */
    public static boolean runs(List<String> fileNames) {
        return ListeningModel.opens(fileNames);
    }

    /** Opens a model of the Whisper kind, and owns its space from now on. */
    public static AudioExpert openIn(ModelSpace space, FileExtractor extractor) throws ModelFailure {
        return new AudioExpert(space, extractor, ListeningModel.openIn(space));
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
        TaskInput.Audio audio = checked(input);
        AudioAnswer answer = new AudioAnswer(audio.language(), stream);
        boolean hasHeadings = audio.attachments().size() > 1 || audio.part() != null;
        for (Attachment file : audio.attachments()) {
            stream.working(Phase.READING, 0, 0);
            Sound sound = extractor.sound(files.of(file), file.type(), file.name());
            write(audio, file, sound, hasHeadings, answer, stream);
        }
        return answer.finish(manifest().traits().demonstration());
    }

    private void write(
            TaskInput.Audio audio,
            Attachment file,
            Sound sound,
            boolean hasHeadings,
            AudioAnswer answer,
            AnswerStream stream)
            throws ModelFailure, InterruptedException {
        boolean isFirst = audio.share() == null || audio.share().isFirst();
        boolean isLast = audio.share() == null || audio.share().isLast();
        if (hasHeadings && isFirst) {
            answer.begin(file.name());
        }
        answer.next();
        AtomicBoolean isSpoken = new AtomicBoolean();
        stream.working(Phase.LISTENING, 0, 0);
        RecordingListener.Listened listened = new RecordingListener(model, voices)
                .listen(file.name(), sound, audio.share(), (language, utterances, done, of) -> {
                    isSpoken.compareAndSet(false, !utterances.isEmpty());
                    answer.say(language, utterances);
                    stream.working(Phase.LISTENING, done, of);
                });
        answer.examined(listened.seconds());
        boolean isWhole = audio.share() == null;
        if (isWhole ? !isSpoken.get() : isFirst && !listened.isVoiced()) {
            answer.nobodySpeaks(file.name());
        }
        if (sound.breaksOff()) {
            answer.noteBroken(file.name());
            if (isLast) {
                answer.breaksOff(file.name(), sound.seconds());
            }
        }
    }

    @Override
    public void close() {
        space.close();
    }

    private static TaskInput.Audio checked(TaskInput input) {
        if (!(input instanceof TaskInput.Audio audio)) {
            throw new ProblemException(ProblemCode.REQUEST_INVALID, "the audio expert was asked for something else");
        }
        if (audio.attachments().isEmpty()) {
            throw new ProblemException(ProblemCode.ATTACHMENT_MISSING, "no recording to listen to");
        }
        if (Limit.ATTACHMENTS_PER_JOB.isPassedBy(audio.attachments().size())) {
            throw new ProblemException(Limit.ATTACHMENTS_PER_JOB.problem(), "too many recordings");
        }
        Share stretch = audio.share();
        if (stretch != null && !stretch.isPossible()) {
            throw new ProblemException(ProblemCode.REQUEST_INVALID, "no such stretch of a recording");
        }
        return audio;
    }
}
