/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.decoding;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.noragentia.helios.protocol.model.ModelFile;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.runtime.GraphOpener;
import com.noragentia.helios.worker.runtime.InterruptibleRun;
import com.noragentia.helios.worker.runtime.ModelSpace;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The two graphs of a model that writes of what it hears or sees: an encoder that looks at it once, and a merged decoder. They close with their
 * {@link ModelSpace}. Thread-safe; each input is read by one thread.
 */
public final class EncoderDecoder {

    private static final String ENCODER = "encoder";
    private static final String DECODER = "decoder";
    private static final String GRAPH = ".onnx";

    private final OrtEnvironment environment;
    private final OrtSession encoder;
    private final String input;
    private final DecoderGraph decoder;
    private final int vocabulary;

    private EncoderDecoder(OrtEnvironment environment, OrtSession encoder, DecoderGraph decoder, int vocabulary) {
        this.environment = environment;
        this.encoder = encoder;
        this.input = encoder.getInputNames().iterator().next();
        this.decoder = decoder;
        this.vocabulary = vocabulary;
    }

    /** What is written of one input. */
    public interface Writer<T> {

        T write(DecoderRun run) throws ModelFailure, InterruptedException;
    }

    /** Whether there is one encoder and one decoder among these files, as far as their names tell. */
    public static boolean isAmong(List<String> names) {
        return graphs(names, ENCODER).size() == 1 && graphs(names, DECODER).size() == 1;
    }

    private static List<String> graphs(List<String> names, String beginning) {
        return names.stream()
                .filter(name -> name.startsWith(beginning) && name.endsWith(GRAPH))
                .toList();
    }

    /**
     * Opens both.
     *
     * @param vocabulary tokens that the decoder scores
     * @throws ModelFailure if there is not one of each, or the decoder is no merged one with a cache
     */
    public static EncoderDecoder openIn(ModelSpace space, int vocabulary) throws ModelFailure {
        List<String> names =
                space.manifest().files().stream().map(ModelFile::name).toList();
        GraphOpener encoder = opener(space, graphs(names, ENCODER));
        OrtSession reads = session(space, encoder);
        if (reads.getNumInputs() != 1) {
            throw new ModelFailure("the encoder wants more than what is to be seen or heard");
        }
        DecoderGraph writes = DecoderGraph.of(session(space, opener(space, graphs(names, DECODER))));
        return new EncoderDecoder(encoder.environment(), reads, writes, vocabulary);
    }

    private static GraphOpener opener(ModelSpace space, List<String> names) throws ModelFailure {
        if (names.size() != 1) {
            throw new ModelFailure(space.manifest().id() + " has no encoder with one decoder");
        }
        return space.opener(names.getFirst(), Optional.empty());
    }

    private static OrtSession session(ModelSpace space, GraphOpener opener) throws ModelFailure {
        return opener.openNarrowIn(space);
    }

    /**
     * Has something written of one input.
     *
     * @param values row-major
     * @param shape of the values
     * @throws InterruptedException if the thread was interrupted, also within a step
     */
    public <T> T read(float[] values, long[] shape, Writer<T> writer) throws ModelFailure, InterruptedException {
        try (OnnxTensor seen = OnnxTensor.createTensor(environment, FloatBuffer.wrap(values), shape);
                OrtSession.Result result = encode(seen)) {
            if (!(result.get(0) instanceof OnnxTensor states)) {
                throw new ModelFailure("the encoder gives no states");
            }
            try (DecoderRun run = new DecoderRun(environment, decoder, states, vocabulary)) {
                return writer.write(run);
            }
        } catch (OrtException e) {
            throw new ModelFailure("an input cannot be read", e);
        }
    }

    private OrtSession.Result encode(OnnxTensor seen) throws OrtException, ModelFailure, InterruptedException {
        try (InterruptibleRun run = new InterruptibleRun()) {
            return encoder.run(Map.of(input, seen), run.options());
        } catch (OrtException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException("cancelled while encoding");
            }
            throw new ModelFailure("the encoder does not run", e);
        }
    }
}
