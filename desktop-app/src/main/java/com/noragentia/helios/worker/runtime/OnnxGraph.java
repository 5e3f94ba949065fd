/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.noragentia.helios.worker.expert.ModelFailure;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** A graph of a loaded model, ready to run; it closes with its {@link ModelSpace}. A run ends early where its thread is interrupted. Thread-safe. */
public final class OnnxGraph {

    private final String name;
    private final OrtEnvironment environment;
    private final OrtSession session;

    OnnxGraph(String name, OrtEnvironment environment, OrtSession session) {
        this.name = name;
        this.environment = environment;
        this.session = session;
    }

    /** What the graph may be fed: some exports drop inputs that others have. */
    public Set<String> inputs() {
        return session.getInputNames();
    }

    /** Feeds the only input of a graph with floats, and gives its first output. */
    public FloatTensor run(FloatTensor input) throws ModelFailure, InterruptedException {
        String only = inputs().iterator().next();
        try (OnnxTensor tensor =
                OnnxTensor.createTensor(environment, FloatBuffer.wrap(input.values()), input.shape())) {
            return first(Map.of(only, tensor));
        } catch (OrtException e) {
            throw failure(e);
        }
    }

    /** Feeds integers of one shape to inputs by name, and gives the first output, which must be floats. */
    public FloatTensor run(Map<String, long[]> inputs, long... shape) throws ModelFailure, InterruptedException {
        Map<String, OnnxTensor> tensors = new HashMap<>();
        try {
            for (Map.Entry<String, long[]> input : inputs.entrySet()) {
                tensors.put(
                        input.getKey(), OnnxTensor.createTensor(environment, LongBuffer.wrap(input.getValue()), shape));
            }
            return first(tensors);
        } catch (OrtException e) {
            throw failure(e);
        } finally {
            tensors.values().forEach(OnnxTensor::close);
        }
    }

    private ModelFailure failure(OrtException e) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("cancelled while running " + name);
        }
        return new ModelFailure(name + " does not run", e);
    }

    private FloatTensor first(Map<String, OnnxTensor> inputs) throws OrtException, ModelFailure {
        try (InterruptibleRun run = new InterruptibleRun();
                OrtSession.Result result = session.run(inputs, run.options())) {
            if (!(result.get(0) instanceof OnnxTensor tensor)) {
                throw new ModelFailure(name + " does not give a tensor");
            }
            FloatBuffer floats = tensor.getFloatBuffer();
            if (floats == null) {
                throw new ModelFailure(name + " does not give floats");
            }
            float[] values = new float[floats.remaining()];
            floats.get(values);
            return new FloatTensor(values, tensor.getInfo().getShape());
        }
    }
}
