/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract.sound;

import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.task.FileType;
import java.io.IOException;
import java.nio.file.Path;

/** Decodes a WAV or MP3 file. */
public final class SoundFile {

    private final Path path;
    private final FileType type;

    public SoundFile(Path path, FileType type) {
        this.path = path;
        this.type = type;
    }

    /**
     * Gives the recording to {@code sink}, mixed to one channel of {@link Sound#RATE}.
     *
     * @return whether the file breaks off: it says that there was more
     * @throws ProblemException if it is no recording by its type
     * @throws IOException if it is broken, of a kind that is not read, or the sink wants no more; a decoder may throw any unchecked exception
     */
    public boolean play(SampleSink sink) throws IOException {
        return switch (type) {
            case WAV -> WavRecording.play(path, new MonoTrack(sink));
            case MP3 -> Mp3Recording.play(path, new MonoTrack(sink));
            case PDF, DOCX, TEXT, MARKDOWN, HELIOS_TEXT, PNG, JPEG ->
                throw new ProblemException(ProblemCode.FILE_TYPE_UNSUPPORTED, "no recording: " + type);
        };
    }
}
