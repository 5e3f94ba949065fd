/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.image;

import com.noragentia.helios.protocol.task.TextLine;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.extract.picture.DecodedPicture;
import com.noragentia.helios.worker.runtime.ModelSpace;
import com.noragentia.helios.worker.runtime.text.ConfigFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/** Pixels to lines of text. Thread-safe. */
final class TextReader {

    /** Less sure lines are mostly ornaments taken for text. */
    private static final double MIN_CONFIDENCE = 0.5;

    /** What is read upside down seldom comes out surer than this, what is read upright seldom less sure. */
    private static final double DOUBTFUL_CONFIDENCE = 0.8;

    /** As the public builds of PP-OCR end the names of their parts. */
    private static final String DETECTION = "_det.onnx";

    private static final String DIRECTION = "_cls.onnx";
    private static final String RECOGNITION = "_rec.onnx";
    private static final String CHARACTERS = ".dict.json";

    /** The Chinese builds know 18,000. */
    private static final int MAX_CHARACTERS = 65_536;

    private final TextDetector detector;
    private final LineDirection direction;
    private final LineRecogniser recogniser;

    TextReader(TextDetector detector, LineDirection direction, LineRecogniser recogniser) {
        this.detector = detector;
        this.direction = direction;
        this.recogniser = recogniser;
    }

    /** Whether these are the files of such a model. */
    static boolean opens(List<String> names) {
        return Stream.of(DETECTION, DIRECTION, RECOGNITION, CHARACTERS)
                .allMatch(ending -> names.stream().anyMatch(name -> name.endsWith(ending)));
    }

    /** Opens the three graphs and the character list of a PP-OCR model by the endings of their names. */
    static TextReader openIn(ModelSpace space) throws ModelFailure {
        CtcDecoder decoder =
                new CtcDecoder(ConfigFile.strings(space, space.nameEndingWith(CHARACTERS), MAX_CHARACTERS));
        return new TextReader(
                new TextDetector(space.graph(space.nameEndingWith(DETECTION))),
                new LineDirection(space.graph(space.nameEndingWith(DIRECTION))),
                new LineRecogniser(space.graph(space.nameEndingWith(RECOGNITION)), decoder));
    }

    /**
     * The lines of a picture in reading order.
     *
     * @param file the picture's name, for the lines
     */
    List<TextLine> read(DecodedPicture decoded, String file, Progress progress)
            throws ModelFailure, InterruptedException {
        PicturePyramid pyramid = new PicturePyramid(decoded.picture());
        List<Quad> found = detector.linesIn(pyramid);
        IntConsumer read = done -> progress.read(done, found.size());
        read.accept(0);
        List<ReadLine> legible = read(pyramid, direction.upright(pyramid, found), read).stream()
                .filter(line ->
                        line.confidence() >= MIN_CONFIDENCE && !line.text().isEmpty())
                .toList();
        return ReadingOrder.rows(legible).stream()
                .map(row -> new Row(row).toTextLine(file, decoded))
                .toList();
    }

    /** Reads doubtful lines once more, turned upside down, and keeps what is surer. */
    private List<ReadLine> read(PicturePyramid pyramid, List<Quad> lines, IntConsumer progress)
            throws ModelFailure, InterruptedException {
        Map<Quad, ReadLine> surest = new LinkedHashMap<>();
        recogniser.read(pyramid, lines, progress).forEach(line -> surest.put(line.place(), line));
        List<Quad> doubtful = surest.values().stream()
                .filter(line -> line.confidence() < DOUBTFUL_CONFIDENCE)
                .map(line -> line.place().halfTurned())
                .toList();
        for (ReadLine turned : recogniser.read(pyramid, doubtful, done -> {})) {
            surest.merge(
                    turned.place().halfTurned(),
                    turned,
                    (first, second) -> second.confidence() > first.confidence() ? second : first);
        }
        return List.copyOf(surest.values());
    }

    /** Is told how far the reading of a picture is. */
    interface Progress {

        void read(int lines, int of);
    }
}
