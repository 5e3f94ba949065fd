/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.protocol.extent.Counting;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.FileType;
import com.noragentia.helios.protocol.wire.WireException;
import com.noragentia.helios.worker.expert.TaskFiles;
import com.noragentia.helios.worker.expert.audio.SpokenSample;
import com.noragentia.helios.worker.extract.sound.Sound;
import com.noragentia.helios.worker.extract.sound.Wavs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A document of 40 pages and a recording of ten minutes, the same in every run. */
record LongFiles(Path document, Path recording) implements TaskFiles {

    static final int PAGES = 40;
    static final int SECONDS = 600;
    /** Into so many parts the orchestrator cuts them. */
    static final int SHARES = 4;

    static final int STRETCHES = 8;

    /** Between two sentences. */
    private static final int PAUSE_SAMPLES = Sound.RATE;

    /** @param spoken folder of spoken samples, said one after another until the time is over */
    static LongFiles in(Path folder, Path spoken) throws IOException, WireException {
        String text = new Samples(folder).text(Math.toIntExact(PAGES * Counting.TEXT_BYTES_PER_PAGE));
        Path document = Files.writeString(
                folder.resolve("forty-pages.txt"),
                text.substring(0, Math.toIntExact(PAGES * Counting.TEXT_BYTES_PER_PAGE)));
        Path recording = Files.write(folder.resolve("ten-minutes.wav"), Wavs.mono(Sound.RATE, sound(spoken)));
        return new LongFiles(document, recording);
    }

    private static float[] sound(Path spoken) throws IOException, WireException {
        List<SpokenSample> samples = SpokenSample.of(spoken);
        float[] sound = new float[SECONDS * Sound.RATE];
        int at = PAUSE_SAMPLES;
        for (int i = 0; true; i++) {
            float[] voice = samples.get(i % samples.size()).sound(spoken);
            if (at + voice.length > sound.length) {
                return sound;
            }
            System.arraycopy(voice, 0, sound, at, voice.length);
            at += voice.length + PAUSE_SAMPLES;
        }
    }

    /** Two pages of the same kind, for a question that is no part of anything. */
    Path shortDocument() throws IOException {
        String beginning = Files.readString(document).substring(0, Math.toIntExact(2 * Counting.TEXT_BYTES_PER_PAGE));
        return Files.writeString(document.resolveSibling("two-pages.txt"), beginning);
    }

    Attachment text() throws IOException {
        return attachment(document, FileType.TEXT);
    }

    Attachment sound() throws IOException {
        return attachment(recording, FileType.WAV);
    }

    private static Attachment attachment(Path file, FileType type) throws IOException {
        return new Attachment("0".repeat(64), file.getFileName().toString(), type, Files.size(file));
    }

    @Override
    public Path of(Attachment attachment) {
        return attachment.type() == FileType.TEXT ? document : recording;
    }
}
