/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import com.noragentia.helios.installation.DataFolder;
import com.noragentia.helios.protocol.api.Phase;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.Share;
import com.noragentia.helios.protocol.task.Spoken;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.Utterance;
import com.noragentia.helios.protocol.wire.JsonCodec;
import com.noragentia.helios.worker.expert.Answer;
import com.noragentia.helios.worker.expert.LoadedModel;
import com.noragentia.helios.worker.expert.ModelLoader;
import com.noragentia.helios.worker.expert.audio.SpokenSample;
import com.noragentia.helios.worker.expert.document.HeardStream;
import com.noragentia.helios.worker.extract.sound.Sound;
import com.noragentia.helios.worker.extract.sound.Wavs;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The demonstration listener, loaded as a worker loads it and asked as a worker asks it. */
final class DemonstrationListeningTest {

    private static final String ID = "helios-listen-1";
    /** Each costs a process; DemonstrationListenerTest hears all. */
    private static final int HEARD_ALONE = 12;
    /** Its README has the shares of 600. */
    private static final int MOST_WRONG = 3;

    private static final long IN_TIME_MILLIS = 500;

    @TempDir
    private static Path folder;

    private static Studio studio;
    private static ModelLoader loader;
    private static LoadedModel model;
    /** All samples in a row, and what is heard in that at once. */
    private static Studio.Recorded talk;

    private static Heard whole;

    record Catalogue(List<ModelManifest> models) {}

    private record Heard(Answer answer, HeardStream stream) {

        TaskOutput.Audio output() {
            return (TaskOutput.Audio) answer.output();
        }
    }

    @BeforeAll
    static void load() throws Exception {
        studio = new Studio(folder);
        DataFolder data = new DataFolder(folder.resolve("data")).create();
        loader = new BundledParts().loader(data);
        try (InputStream in = DemonstrationListeningTest.class.getResourceAsStream("/catalogue/bundled.json")) {
            ModelManifest manifest =
                    JsonCodec.decode(Objects.requireNonNull(in).readAllBytes(), Catalogue.class, 1 << 20)
                            .models()
                            .stream()
                            .filter(one -> one.id().equals(ID))
                            .findFirst()
                            .orElseThrow();
            model = loader.load(manifest, BundledParts.store(data).ensure(manifest, done -> {}));
        }
        talk = studio.talk("talk.wav", 1.7, studio.samples());
        whole = hear(talk.file(), null);
    }

    @AfterAll
    static void close() {
        model.close();
        loader.close();
    }

    private static Heard hear(Attachment file, @Nullable Share stretch) throws Exception {
        return hear(new TaskInput.Audio(Language.EN, "", List.of(file), null, stretch));
    }

    private static Heard hear(TaskInput input) throws Exception {
        HeardStream stream = new HeardStream();
        return new Heard(model.answer(input, file -> folder.resolve(file.name()), stream), stream);
    }

    @Test
    void unseen_sentences_are_written_down_in_the_language_they_are_said_in() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (SpokenSample sample : studio.samples().subList(0, HEARD_ALONE)) {
            Heard heard = hear(studio.file(sample.file()), null);

            assertThat(heard.output().spoken()).isEqualTo(new Spoken(List.of(sample.language()), true));
            assertThat(heard.stream().text()).isEqualTo(heard.output().text());
            if (!heard.output().text().equals(sample.text())) {
                wrong.add(sample.file() + ": " + heard.output().text() + " (right: " + sample.text() + ")");
            }
        }

        assertThat(wrong).hasSizeLessThanOrEqualTo(MOST_WRONG);
    }

    @Test
    void a_long_recording_is_put_together_with_the_time_of_every_sentence() {
        List<Utterance> utterances = whole.output().utterances();

        assertInTime(utterances, talk.said());
        assertThat(whole.output().spoken()).isEqualTo(new Spoken(List.of("en", "es"), true));
        assertThat(whole.stream().phases())
                .contains(Phase.READING, Phase.LISTENING)
                .doesNotContain(Phase.RECOGNISING);
        assertThat(whole.stream().pieces()).hasSameSizeAs(utterances);
        assertThat(whole.answer().usage().audioSeconds()).isGreaterThan(60);
    }

    @Test
    void stretches_that_several_workers_hear_are_together_what_one_would_hear() throws Exception {
        List<Utterance> parts = new ArrayList<>();
        double seconds = 0;

        for (int number = 1; number <= 4; number++) {
            Heard heard = hear(talk.file(), new Share(number, 4));
            parts.addAll(heard.output().utterances());
            seconds += heard.answer().usage().audioSeconds();
        }

        assertThat(parts).isEqualTo(whole.output().utterances());
        assertThat(seconds).isCloseTo(whole.answer().usage().audioSeconds(), within(0.001));
    }

    private static void assertInTime(List<Utterance> heard, List<Utterance> said) {
        assertThat(heard).hasSameSizeAs(said);
        for (int i = 0; i < said.size(); i++) {
            Utterance right = said.get(i);
            assertThat(heard.get(i).startMillis())
                    .as("the beginning of " + right)
                    .isCloseTo(right.startMillis(), within(IN_TIME_MILLIS));
            assertThat(heard.get(i).endMillis())
                    .as("the end of " + right)
                    .isCloseTo(right.endMillis(), within(IN_TIME_MILLIS));
        }
    }

    @Test
    void an_mp3_says_what_its_wav_says() throws Exception {
        for (String name : List.of("022.en", "001.es")) {
            String wav = hear(studio.file(name + ".wav"), null).output().text();
            String mp3 = hear(studio.file(name + ".mp3"), null).output().text();
            assertThat(mp3).isEqualTo(wav).isNotEmpty();
        }
    }

    /** What nobody says anything in. */
    enum Wordless {
        SILENCE {
            @Override
            float at(int sample, Random random) {
                return 0;
            }
        },
        NOISE {
            @Override
            float at(int sample, Random random) {
                return (float) (0.02 * random.nextGaussian());
            }
        },
        HUM {
            @Override
            float at(int sample, Random random) {
                return (float) (0.3 * Math.sin(2 * Math.PI * 50 * sample / Sound.RATE));
            }
        },
        /** A melody of half seconds that fade. */
        NOTES {
            @Override
            float at(int sample, Random random) {
                int[] steps = {0, 4, 7, 12, 7, 4, 5, 9};
                int note = sample / (Sound.RATE / 2);
                double within = sample % (Sound.RATE / 2) / (double) Sound.RATE;
                double hertz = 262 * Math.pow(2, steps[note % steps.length] / 12.0);
                return (float) (0.3 * Math.exp(-5 * within) * Math.sin(2 * Math.PI * hertz * sample / Sound.RATE));
            }
        };

        abstract float at(int sample, Random random);
    }

    @ParameterizedTest
    @EnumSource
    void where_nobody_speaks_no_word_is_invented(Wordless kind) throws Exception {
        Random random = new Random(3);
        float[] sound = new float[12 * Sound.RATE];
        for (int i = 0; i < sound.length; i++) {
            sound[i] = kind.at(i, random);
        }

        Heard heard = hear(studio.play("wordless.wav", sound), null);

        assertThat(heard.output().utterances()).isEmpty();
        assertThat(heard.output().text()).isEqualTo("I hear nobody speak in wordless.wav.");
        assertThat(heard.output().spoken()).isEqualTo(new Spoken(List.of(), true));
    }

    @Test
    void a_recording_that_breaks_off_is_heard_up_to_there_and_that_is_told_once() throws Exception {
        Attachment cut = studio.truncated(studio.play("whole.wav", new float[8 * Sound.RATE]), 44 + 3 * 2 * Sound.RATE);

        Heard whole = hear(cut, null);
        assertThat(whole.output().text())
                .endsWith(
                        "The recording cut-whole.wav breaks off here, after 0:03; the file says that there was more.");
        assertThat(whole.output().spoken()).isEqualTo(new Spoken(List.of(), true, List.of("cut-whole.wav")));
        assertThat(hear(cut, new Share(1, 2)).output().text()).doesNotContain("breaks off");
        assertThat(hear(cut, new Share(2, 2)).output().text()).contains("breaks off");
    }

    @Test
    void what_is_said_of_nobody_is_said_in_the_language_of_the_answer_and_once() throws Exception {
        Attachment silence = studio.play("silencio.wav", new float[3 * Sound.RATE]);

        assertThat(hear(new TaskInput.Audio(Language.ES, "", List.of(silence)))
                        .output()
                        .text())
                .isEqualTo("No oigo hablar a nadie en silencio.wav.");
        assertThat(hear(silence, new Share(2, 2)).output().text()).isEmpty();
    }

    @Test
    void of_several_recordings_each_stands_under_its_name() throws Exception {
        List<Attachment> files = List.of(studio.file("008.en.wav"), studio.file("027.es.wav"));

        Heard heard = hear(new TaskInput.Audio(Language.EN, "", files));

        assertThat(heard.output().text()).startsWith("008.en.wav:\n").contains("\n027.es.wav:\n");
        assertThat(heard.output().utterances()).extracting(Utterance::file).containsExactly("008.en.wav", "027.es.wav");
    }

    @Test
    void the_same_recording_gives_the_same_answer() throws Exception {
        Attachment file = studio.file("020.en.wav");

        assertThat(hear(file, null).answer()).isEqualTo(hear(file, null).answer());
    }

    @Test
    void hostile_recordings_get_their_problem() throws Exception {
        byte[] garbage = new byte[20_000];
        new Random(9).nextBytes(garbage);
        System.arraycopy(Wavs.mono(Sound.RATE, new float[4]), 0, garbage, 0, 12);
        Attachment whole = studio.file("000.en.wav");

        assertProblem(studio.write("garbage.wav", garbage), ProblemCode.FILE_UNREADABLE);
        assertProblem(
                studio.write("long.wav", Wavs.mono(8_000, new float[31 * 60 * 8_000])), ProblemCode.RECORDING_TOO_LONG);
        assertProblem(studio.truncated(whole, 30), ProblemCode.FILE_UNREADABLE);
        assertThat(hear(studio.file("000.en.wav"), null).output().utterances()).isNotEmpty();
    }

    private static void assertProblem(Attachment file, ProblemCode code) {
        ProblemException problem = catchThrowableOfType(
                ProblemException.class, () -> hear(new TaskInput.Audio(Language.EN, "", List.of(file))));
        assertThat(problem).as(file.name()).isNotNull();
        assertThat(problem.problem().code()).isEqualTo(code);
    }

    @Test
    void a_stretch_that_cannot_be_is_refused() throws Exception {
        Attachment file = studio.file("008.en.wav");

        for (Share stretch : List.of(new Share(0, 2), new Share(3, 2), new Share(1, 0), new Share(1, 17))) {
            ProblemException problem = catchThrowableOfType(ProblemException.class, () -> hear(file, stretch));
            assertThat(problem).as(stretch.toString()).isNotNull();
            assertThat(problem.problem().code()).isEqualTo(ProblemCode.REQUEST_INVALID);
        }
    }
}
