/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.FileType;
import com.noragentia.helios.protocol.task.Utterance;
import com.noragentia.helios.worker.expert.audio.SpokenSample;
import com.noragentia.helios.worker.expert.audio.Transcript;
import com.noragentia.helios.worker.extract.sound.Sound;
import com.noragentia.helios.worker.extract.sound.Wavs;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Makes recordings out of the speech samples and of other sounds. */
final class Studio {

    /** A recording, and who says what when in it. */
    record Recorded(Attachment file, List<Utterance> said) {}

    private final Path folder;
    private final Path recordings;
    private final List<SpokenSample> samples;

    Studio(Path folder) throws Exception {
        this.folder = folder;
        recordings = Path.of(Objects.requireNonNull(Studio.class.getResource("/samples/speech/speech.json"))
                .toURI()
                .resolve("."));
        samples = SpokenSample.of(recordings);
    }

    List<SpokenSample> samples() {
        return samples;
    }

    /** A file of the samples as it is. */
    Attachment file(String name) throws IOException, URISyntaxException {
        Path copy = folder.resolve(name);
        Files.copy(recordings.resolve(name), copy, StandardCopyOption.REPLACE_EXISTING);
        return attachment(name);
    }

    /** Samples one after the other, silence before each and behind the last. */
    Recorded talk(String name, double pauseSeconds, List<SpokenSample> spoken) throws IOException {
        List<float[]> pieces = new ArrayList<>();
        List<Utterance> said = new ArrayList<>();
        float[] pause = new float[(int) (pauseSeconds * Sound.RATE)];
        long at = 0;
        for (SpokenSample sample : spoken) {
            pieces.add(pause);
            at += pause.length;
            for (Transcript.Segment sentence : sample.sentences()) {
                said.add(new Utterance(
                        name,
                        at * 1000 / Sound.RATE + Math.round(sentence.start() * 1000),
                        at * 1000 / Sound.RATE + Math.round(sentence.end() * 1000),
                        sentence.text()));
            }
            float[] sound = sample.sound(recordings);
            pieces.add(sound);
            at += sound.length;
        }
        pieces.add(pause);
        return new Recorded(play(name, joined(pieces)), said);
    }

    private static float[] joined(List<float[]> pieces) {
        int length = pieces.stream().mapToInt(piece -> piece.length).sum();
        float[] all = new float[length];
        int at = 0;
        for (float[] piece : pieces) {
            System.arraycopy(piece, 0, all, at, piece.length);
            at += piece.length;
        }
        return all;
    }

    Attachment play(String name, float[] sound) throws IOException {
        return write(name, Wavs.mono(Sound.RATE, sound));
    }

    Attachment write(String name, byte[] content) throws IOException {
        Files.write(folder.resolve(name), content);
        return attachment(name);
    }

    Attachment truncated(Attachment file, int bytes) throws IOException {
        return write("cut-" + file.name(), Arrays.copyOf(Files.readAllBytes(folder.resolve(file.name())), bytes));
    }

    private Attachment attachment(String name) throws IOException {
        return new Attachment(
                "0".repeat(64), name, FileType.ofName(name).orElseThrow(), Files.size(folder.resolve(name)));
    }
}
