/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.installation.DataFolder;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.Utterance;
import com.noragentia.helios.protocol.wire.JsonCodec;
import com.noragentia.helios.worker.expert.LoadedModel;
import com.noragentia.helios.worker.expert.ModelLoader;
import com.noragentia.helios.worker.expert.document.HeardStream;
import com.noragentia.helios.worker.extract.sound.Sound;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The orchestrator puts checks of listeners together of these sentences, and who does not write them down is convicted: so the listener that comes with
 * Helios must hear them right. Where another model does not, its sentences are to be chosen anew: {@code assets/canaries/README.md}.
 */
class CheckedSentencesTest {

    private static final Path BANK = Path.of("../assets/canaries");
    private static final int MOST_BYTES = 100_000;
    private static final double PAUSE_SECONDS = 1.7;
    private static final double NOISE = 0.004;
    private static final long AROUND_MILLIS = 600;

    @TempDir
    private Path folder;

    record Bank(List<Sentence> clips) {}

    record Sentence(Language language, String text, int from, int length) {}

    @Test
    void every_sentence_that_checks_are_made_of_is_heard_right() throws Exception {
        List<Sentence> sentences = JsonCodec.decode(
                        Files.readAllBytes(BANK.resolve("clips.json")), Bank.class, MOST_BYTES)
                .clips();
        List<Long> begins = new ArrayList<>();
        Attachment recording = recording(sentences, begins);
        List<Utterance> utterances = hear(recording).utterances();

        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            Sentence sentence = sentences.get(i);
            long from = begins.get(i) - AROUND_MILLIS;
            long to = begins.get(i) + sentence.length() * 1000L / Sound.RATE + AROUND_MILLIS;
            String heard = utterances.stream()
                    .filter(one -> one.startMillis() >= from && one.startMillis() < to)
                    .map(Utterance::text)
                    .collect(Collectors.joining(" "));
            if (!heard.equals(sentence.text())) {
                wrong.add("\"" + sentence.text() + "\" was heard as \"" + heard + "\"");
            }
        }

        assertThat(sentences).hasSizeGreaterThanOrEqualTo(40);
        assertThat(wrong)
                .as("sentences to take out of assets/canaries/kept.txt")
                .isEmpty();
    }

    /** One after the other in one file, as each file costs a process; a little noise beneath. */
    private Attachment recording(List<Sentence> sentences, List<Long> begins) throws Exception {
        short[] bank = bank();
        int pause = (int) (PAUSE_SECONDS * Sound.RATE);
        float[] all = new float
                [pause
                        + sentences.stream()
                                .mapToInt(one -> one.length() + pause)
                                .sum()];
        Random random = new Random(4);
        for (int i = 0; i < all.length; i++) {
            all[i] = (float) (NOISE * (2 * random.nextDouble() - 1));
        }
        int at = pause;
        for (Sentence sentence : sentences) {
            begins.add(at * 1000L / Sound.RATE);
            for (int i = 0; i < sentence.length(); i++) {
                all[at + i] += 0.9f * bank[sentence.from() + i] / 32_768;
            }
            at += sentence.length() + pause;
        }
        return new Studio(folder).play("sentences.wav", all);
    }

    private static short[] bank() throws Exception {
        AudioFormat plain = new AudioFormat(Sound.RATE, Short.SIZE, 1, true, false);
        try (AudioInputStream packed = AudioSystem.getAudioInputStream(
                        BANK.resolve("clips.wav").toFile());
                AudioInputStream open = AudioSystem.getAudioInputStream(plain, packed)) {
            byte[] bytes = open.readAllBytes();
            short[] samples = new short[bytes.length / Short.BYTES];
            ByteBuffer.wrap(bytes)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asShortBuffer()
                    .get(samples);
            return samples;
        }
    }

    private TaskOutput.Audio hear(Attachment recording) throws Exception {
        DataFolder data = new DataFolder(folder.resolve("data")).create();
        ModelManifest manifest = BundledCatalogue.find("helios-listen-1").orElseThrow();
        try (ModelLoader loader = new BundledParts().loader(data);
                LoadedModel model =
                        loader.load(manifest, BundledParts.store(data).ensure(manifest, done -> {}))) {
            return (TaskOutput.Audio) model.answer(
                            new TaskInput.Audio(Language.EN, "", List.of(recording)),
                            file -> folder.resolve(file.name()),
                            new HeardStream())
                    .output();
        }
    }
}
