/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads the file back as the GGUF description says. */
class LlamaFileTest {

    private static final ModelShape BIASED = new ModelShape("biased", 2, 256, 4, 2, 64, 512, 1024, true, 1e6, 1e-6f);

    @TempDir
    private Path folder;

    @Test
    void it_says_what_llama_cpp_needs_to_know() throws IOException {
        Read model = read(ModelShape.TINY);

        assertThat(model.facts)
                .containsEntry("general.architecture", "llama")
                .containsEntry("llama.block_count", 2)
                .containsEntry("llama.attention.head_count_kv", 2)
                .containsEntry("llama.rope.freq_base", 1e4f)
                .containsEntry("tokenizer.ggml.model", "no_vocab");
        assertThat(read(BIASED).facts).containsEntry("general.architecture", "qwen2");
    }

    @Test
    void tensors_lie_where_they_are_said_to_and_fill_the_file() throws IOException {
        for (ModelShape shape : new ModelShape[] {ModelShape.TINY, BIASED}) {
            Read model = read(shape);
            long next = 0;
            for (Map.Entry<String, Tensor> tensor : model.tensors.entrySet()) {
                assertThat(tensor.getValue().offset()).as(tensor.getKey()).isEqualTo(next);
                next = Math.ceilDiv(next + tensor.getValue().bytes(), 32) * 32;
            }

            assertThat(model.tensors).hasSize(2 + shape.layers() * (shape.attentionBias() ? 12 : 9));
            assertThat(model.dataStart + next).isEqualTo(model.file.capacity());
            assertThat(model.tensor("token_embd.weight").bytes()).isEqualTo(1024 * 256 / 32 * 18);
        }
    }

    @Test
    void scales_make_outputs_as_wide_as_inputs() throws IOException {
        Read model = read(ModelShape.TINY);
        int start = Math.toIntExact(
                model.dataStart + model.tensor("blk.1.ffn_down.weight").offset());
        double sum = 0;
        for (int block = 0; block < 100; block++) {
            sum += Float.float16ToFloat(model.file.getShort(start + block * 18));
        }

        assertThat(sum / 100 * 4.6 * Math.sqrt(512)).isBetween(0.95, 1.05);
    }

    private Read read(ModelShape shape) throws IOException {
        Path home = Files.createDirectories(folder.resolve(shape.name()));
        return new Read(ByteBuffer.wrap(Files.readAllBytes(LlamaFile.write(home, shape, 1)))
                .order(ByteOrder.LITTLE_ENDIAN));
    }

    private record Tensor(int type, long elements, long offset) {
        long bytes() {
            return type == GgufHeader.Q4_0 ? elements / 32 * 18 : elements * 4;
        }
    }

    private static final class Read {
        private final ByteBuffer file;
        private final Map<String, Object> facts = new HashMap<>();
        private final Map<String, Tensor> tensors = new LinkedHashMap<>();
        private final long dataStart;

        private Read(ByteBuffer file) {
            this.file = file;
            assertThat(file.getInt()).isEqualTo(0x46554747);
            assertThat(file.getInt()).isEqualTo(3);
            long tensorCount = file.getLong();
            long factCount = file.getLong();
            for (long i = 0; i < factCount; i++) {
                facts.put(string(), fact(file.getInt()));
            }
            for (long i = 0; i < tensorCount; i++) {
                String name = string();
                int dimensions = file.getInt();
                long elements = 1;
                for (int d = 0; d < dimensions; d++) {
                    elements *= file.getLong();
                }
                tensors.put(name, new Tensor(file.getInt(), elements, file.getLong()));
            }
            dataStart = Math.ceilDiv(file.position(), 32) * 32L;
        }

        private Tensor tensor(String name) {
            return Objects.requireNonNull(tensors.get(name), name);
        }

        private Object fact(int type) {
            return switch (type) {
                case 4 -> file.getInt();
                case 6 -> file.getFloat();
                case 8 -> string();
                default -> throw new AssertionError("type " + type);
            };
        }

        private String string() {
            byte[] octets = new byte[Math.toIntExact(file.getLong())];
            file.get(octets);
            return new String(octets, StandardCharsets.UTF_8);
        }
    }
}
