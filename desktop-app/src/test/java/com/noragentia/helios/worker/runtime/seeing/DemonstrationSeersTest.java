/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.seeing;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.task.Seen.Thing;
import com.noragentia.helios.protocol.wire.JsonCodec;
import com.noragentia.helios.worker.model.ClasspathSource;
import com.noragentia.helios.worker.model.ModelStore;
import com.noragentia.helios.worker.runtime.MemoryBudget;
import com.noragentia.helios.worker.runtime.ModelSpace;
import com.noragentia.helios.worker.runtime.OnnxRuntime;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the two small models that come with Helios and see promise in their READMEs. */
class DemonstrationSeersTest {

    private static final String CAPTIONER = "helios-caption-1";
    private static final String DETECTOR = "helios-detect-1";
    private static final long MOST_BYTES = 5_000_000;
    private static final long MEMORY_BYTES = 500_000_000;
    /** Of 24; the READMEs have the shares of 1,000. */
    private static final int MOST_CAPTIONS_WRONG = 1;

    private static final double LEAST_F1 = 0.95;
    private static final double LEAST_OVERLAP = 0.5;

    @TempDir
    private static Path folder;

    private static ModelSpace captioning;
    private static ModelSpace detecting;
    private static CaptioningModel captioner;
    private static DetectionModel detector;
    private static List<FigureSample> samples;

    @BeforeAll
    static void open() throws Exception {
        samples = FigureSample.all();
        captioning = space(CAPTIONER);
        detecting = space(DETECTOR);
        captioner = CaptioningModel.openIn(captioning);
        detector = DetectionModel.openIn(detecting);
    }

    @AfterAll
    static void close() {
        captioning.close();
        detecting.close();
    }

    @Test
    void unseen_pictures_are_described_word_for_word() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (FigureSample sample : samples) {
            String told = captioner.describe(sample.picture().picture());
            if (!told.equals(sample.caption())) {
                wrong.add(sample.file() + ": " + told + " (right: " + sample.caption() + ")");
            }
        }

        assertThat(samples).hasSizeGreaterThanOrEqualTo(24);
        assertThat(wrong).hasSizeLessThanOrEqualTo(MOST_CAPTIONS_WRONG);
    }

    @Test
    void each_figure_is_found_once_by_its_name_and_where_it_is() throws Exception {
        int found = 0;
        int counted = 0;
        for (FigureSample sample : samples) {
            List<Thing> told = detector.find(sample.picture());
            found += found(sample, told);
            counted += told.size() + sample.objects().size();
        }

        assertThat(2.0 * found / counted).isGreaterThanOrEqualTo(LEAST_F1);
    }

    @Test
    void what_another_picture_shows_would_be_noticed() throws Exception {
        FigureSample one = samples.getFirst();
        FigureSample other = samples.get(1);

        assertThat(captioner.describe(one.picture().picture())).isNotEqualTo(other.caption());
        assertThat(found(other, detector.find(one.picture())))
                .isLessThan(other.objects().size());
    }

    @Test
    void both_together_are_small() throws Exception {
        assertThat(manifest(CAPTIONER).bytes() + manifest(DETECTOR).bytes()).isLessThan(MOST_BYTES);
        for (String id : List.of(CAPTIONER, DETECTOR)) {
            assertThat(manifest(id).traits().demonstration()).isTrue();
        }
    }

    private static int found(FigureSample sample, List<Thing> told) {
        List<Thing> left = new ArrayList<>(told);
        int found = 0;
        for (FigureSample.Figure figure : sample.objects()) {
            var right = left.stream()
                    .filter(thing -> thing.label().equals(figure.label()) && figure.overlap(thing) >= LEAST_OVERLAP)
                    .findFirst();
            right.ifPresent(left::remove);
            found += right.isPresent() ? 1 : 0;
        }
        return found;
    }

    private static ModelSpace space(String id) throws Exception {
        ClasspathSource source = new ClasspathSource(DemonstrationSeersTest.class.getClassLoader());
        ModelManifest manifest = manifest(id);
        return OnnxRuntime.start(1, new MemoryBudget(MEMORY_BYTES))
                .admit(manifest, new ModelStore(folder, List.of(source)).ensure(manifest, done -> {}));
    }

    private static ModelManifest manifest(String id) throws Exception {
        String name = "/models/" + id + "/manifest.json";
        try (InputStream in = Objects.requireNonNull(DemonstrationSeersTest.class.getResourceAsStream(name))) {
            return JsonCodec.decode(in.readAllBytes(), ModelManifest.class, 10_000);
        }
    }
}
