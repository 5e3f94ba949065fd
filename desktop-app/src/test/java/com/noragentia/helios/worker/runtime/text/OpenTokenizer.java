/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.text;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import com.noragentia.helios.protocol.crypto.Sha256;
import com.noragentia.helios.protocol.model.ModelFile;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.runtime.MemoryBudget;
import com.noragentia.helios.worker.runtime.ModelSpace;
import com.noragentia.helios.worker.runtime.OnnxRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A tokenizer opened from a file, and beside it the native one with the file as it is.
 *
 * @param plain by DJL alone: what Helios has to agree with where no stranger's text is concerned
 */
record OpenTokenizer(ModelSpace space, HuggingFaceTextTokenizer tokenizer, HuggingFaceTokenizer plain)
        implements AutoCloseable {

    static OpenTokenizer of(Path file) throws IOException, ModelFailure {
        ModelSpace space = space(file);
        HuggingFaceTokenizer plain = HuggingFaceTokenizer.newInstance(
                file, Map.of("addSpecialTokens", "false", "truncation", "false", "padding", "false"));
        return new OpenTokenizer(space, HuggingFaceTextTokenizer.open(space, name(file)), plain);
    }

    /** A model of these files. */
    static ModelSpace space(Path... files) throws IOException, ModelFailure {
        List<ModelFile> listed = new ArrayList<>();
        Map<String, Path> paths = new HashMap<>();
        for (Path file : files) {
            listed.add(new ModelFile(name(file), Files.size(file), Sha256.hex(Files.readAllBytes(file)), List.of()));
            paths.put(name(file), file);
        }
        ModelManifest manifest =
                new ModelManifest("words", "Words", List.of(Expert.CHAT), List.of(), "CC0-1.0", 1_000_000, listed);
        return OnnxRuntime.start(1, new MemoryBudget(1_000_000_000)).admit(manifest, paths);
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    int[] plainTokens(String text) {
        long[] ids = plain.encode(text, false, false).getIds();
        int[] tokens = new int[ids.length];
        for (int i = 0; i < ids.length; i++) {
            tokens[i] = (int) ids[i];
        }
        return tokens;
    }

    String plainText(int[] tokens) {
        long[] ids = new long[tokens.length];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = tokens[i];
        }
        return plain.decode(ids, true);
    }

    /** The text of all tokens, piece by piece. */
    String text(int... tokens) {
        TokenDecoder decoder = tokenizer.decoder();
        StringBuilder text = new StringBuilder();
        for (int token : tokens) {
            text.append(decoder.next(token));
        }
        return text.append(decoder.rest()).toString();
    }

    @Override
    public void close() {
        plain.close();
        space.close();
    }
}
