# Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt.
"""Writes a checkpoint as the files of a model folder: python3 export_onnx.py <checkpoint> <folder>.

Inputs, outputs and file names are those of the public exports of Whisper with a merged decoder. Matrices are MatMulNBits with 8 bits.
"""

import hashlib
import json
import pathlib
import sys

import numpy
import onnx
import torch
from onnx import TensorProto, helper

import log_mel
import tokenizer as tokenizers
from model import Shape
from onnx_graph import Nodes, Weights, floats, model_of

ID = "helios-listen-1"
# Graphs, and the attention of the encoder over 1,500 positions, with room to spare.
MEMORY_BYTES = 150_000_000
MASKED = -1e9
GRAPHS = ("encoder_model_quantized.onnx", "decoder_model_merged_quantized.onnx")
SETTINGS = ("config.json", "generation_config.json", "preprocessor_config.json", "tokenizer.json", "tokenizer_config.json")


def encoder_of(shape, values):
    nodes = Nodes(Weights(values))
    own, size = nodes.weights.own, shape.width // shape.encoder_heads
    x = nodes.add("Conv", ["input_features", own("encoder.conv1.weight"), own("encoder.conv1.bias")], pads=[1, 1])
    x = nodes.add("Conv", [nodes.add("Gelu", [x]), own("encoder.conv2.weight"), own("encoder.conv2.bias")], pads=[1, 1], strides=[2])
    x = nodes.add("Transpose", [nodes.add("Gelu", [x])], perm=[0, 2, 1])
    x = nodes.add("Add", [x, own("encoder.embed_positions")])
    for number in range(shape.encoder_layers):
        name = f"encoder.layers.{number}"
        n = nodes.norm(x, f"{name}.self_attn_layer_norm")
        queries = nodes.linear(n, f"{name}.self_attn.q_proj", size**-0.5)
        queries, keys, values_ = (
            nodes.split(y, shape.encoder_heads, size)
            for y in (queries, nodes.linear(n, f"{name}.self_attn.k_proj"), nodes.linear(n, f"{name}.self_attn.v_proj"))
        )
        x = nodes.add("Add", [x, nodes.mixed(queries, keys, values_, f"{name}.self_attn", shape.width)])
        x = nodes.feed_forward(x, name)
    nodes.norm(x, "encoder.layer_norm", "last_hidden_state")
    return model_of(f"{ID}-encoder", nodes, [floats("input_features", "batch_size", shape.mels, 2 * shape.source_positions)],
                    [floats("last_hidden_state", "batch_size", shape.source_positions, shape.width)])


def cache_names(shape):
    return [f"{number}.{kind}.{part}" for number in range(shape.decoder_layers) for kind in ("decoder", "encoder") for part in ("key", "value")]


class Branch:
    """The decoder, with the cache of earlier tokens or without."""

    def __init__(self, shape, weights, cached):
        self.shape, self.cached, self.prefix = shape, cached, "cached." if cached else "fresh."
        self.nodes, self.size = Nodes(weights, self.prefix), shape.width // shape.decoder_heads

    def graph(self):
        nodes, shape = self.nodes, self.shape
        start, total = self.span()
        places = nodes.add("Slice", [nodes.weights.own("decoder.embed_positions"), start, total, nodes.whole("axis", [0])])
        x = nodes.add("Add", [nodes.add("Gather", [nodes.weights.constant("table", nodes.weights.values["table"].numpy()), "input_ids"], axis=0), places])
        mask = self.mask(start, total)
        for number in range(shape.decoder_layers):
            x = self.layer(x, number, mask)
        logits = nodes.product(nodes.norm(x, "decoder.layer_norm"), "head", nodes.weights.values["table"])
        nodes.add("Identity", [logits], self.prefix + "logits")
        outputs = [floats(self.prefix + "logits", "batch_size", "decoder_sequence_length", shape.vocabulary)]
        outputs += [floats(f"{self.prefix}present.{name}", None, shape.decoder_heads, None, self.size) for name in cache_names(shape)]
        return helper.make_graph(nodes.nodes, self.prefix + "decoder", [], outputs)

    def span(self):
        """Places of the first token given and of the first after them, as lists of one."""
        nodes = self.nodes
        length = nodes.add("Gather", [nodes.add("Shape", ["input_ids"]), nodes.whole("second", [1])], axis=0)
        if not self.cached:
            return nodes.whole("none", [0]), length
        past = nodes.add("Gather", [nodes.add("Shape", ["past_key_values.0.decoder.key"]), nodes.whole("third", [2])], axis=0)
        return past, nodes.add("Add", [past, length])

    def mask(self, start, total):
        nodes = self.nodes
        first, end, zero, one = (nodes.add("Squeeze", [start]), nodes.add("Squeeze", [total]), nodes.whole("zero", 0), nodes.whole("one", 1))
        queries = nodes.add("Unsqueeze", [nodes.add("Range", [first, end, one]), nodes.whole("columns", [1])])
        later = nodes.add("Greater", [nodes.add("Range", [zero, end, one]), queries])
        masked, seen = (nodes.weights.constant(name, numpy.array(value, dtype=numpy.float32)) for name, value in (("masked", MASKED), ("seen", 0)))
        return nodes.add("Where", [later, masked, seen])

    def layer(self, x, number, mask):
        nodes, heads, name = self.nodes, self.shape.decoder_heads, f"decoder.layers.{number}"
        n = nodes.norm(x, f"{name}.self_attn_layer_norm")
        queries = nodes.split(nodes.linear(n, f"{name}.self_attn.q_proj", self.size**-0.5), heads, self.size)
        keys, values = (nodes.split(nodes.linear(n, f"{name}.self_attn.{part}_proj"), heads, self.size) for part in "kv")
        if self.cached:
            keys, values = (nodes.add("Concat", [f"past_key_values.{number}.decoder.{part}", new], axis=2) for part, new in (("key", keys), ("value", values)))
        self.present(number, "decoder", keys, values)
        x = nodes.add("Add", [x, nodes.mixed(queries, keys, values, f"{name}.self_attn", self.shape.width, mask)])

        n = nodes.norm(x, f"{name}.encoder_attn_layer_norm")
        queries = nodes.split(nodes.linear(n, f"{name}.encoder_attn.q_proj", self.size**-0.5), heads, self.size)
        if self.cached:
            keys, values = (f"past_key_values.{number}.encoder.{part}" for part in ("key", "value"))
            # As in the public exports: who has a cache keeps it, and gets nothing here.
            empty = helper.make_tensor("empty", TensorProto.FLOAT, [0, heads, 1, self.size], [])
            self.present(number, "encoder", *(nodes.add("Constant", [], value=empty) for _ in range(2)))
        else:
            keys, values = (nodes.split(nodes.linear("encoder_hidden_states", f"{name}.encoder_attn.{part}_proj"), heads, self.size) for part in "kv")
            self.present(number, "encoder", keys, values)
        x = nodes.add("Add", [x, nodes.mixed(queries, keys, values, f"{name}.encoder_attn", self.shape.width)])
        return nodes.feed_forward(x, name)

    def present(self, number, kind, keys, values):
        for part, value in (("key", keys), ("value", values)):
            self.nodes.add("Identity", [value], f"{self.prefix}present.{number}.{kind}.{part}")


def decoder_of(shape, values):
    weights = Weights(values)
    fresh, cached = (Branch(shape, weights, with_cache).graph() for with_cache in (False, True))
    names, size = cache_names(shape), shape.width // shape.decoder_heads
    nodes = Nodes(weights)
    nodes.nodes.append(helper.make_node("If", ["use_cache_branch"], ["logits", *(f"present.{name}" for name in names)], name="optimum::if",
                                        then_branch=cached, else_branch=fresh))

    def cache(name, past):
        length = ("past_decoder_sequence_length" if past else "total_sequence_length") if ".decoder." in name else "encoder_sequence_length_out"
        return floats(f"{'past_key_values' if past else 'present'}.{name}", "batch_size", shape.decoder_heads, length, size)

    inputs = [
        helper.make_tensor_value_info("input_ids", TensorProto.INT64, ["batch_size", "decoder_sequence_length"]),
        floats("encoder_hidden_states", "batch_size", "encoder_sequence_length", shape.width),
        *(cache(name, True) for name in names),
        helper.make_tensor_value_info("use_cache_branch", TensorProto.BOOL, [1]),
    ]
    # The outputs of an If: in the cached branch, those of the encoder are empty. So nothing but their heads and sizes is promised.
    outputs = [floats("logits", "batch_size", "decoder_sequence_length", shape.vocabulary)]
    outputs += [floats(f"present.{name}", None, shape.decoder_heads, None, size) for name in names]
    return model_of(f"{ID}-decoder", nodes, inputs, outputs)


def write_json(path, content):
    path.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def settings_of(shape, t):
    numbers = t.numbers
    space = numbers["Ġ"]
    ends = {"bos_token_id": t.end, "decoder_start_token_id": t.start, "eos_token_id": t.end, "pad_token_id": t.end}
    chosen = {"begin_suppress_tokens": [space, t.end], "forced_decoder_ids": [[1, None], [2, t.transcribe]], "max_length": shape.target_positions,
              "suppress_tokens": [numbers[n] for n in (tokenizers.START, tokenizers.TRANSLATE, tokenizers.TRANSCRIBE, tokenizers.PRIME,
                                                       tokenizers.PREVIOUS, tokenizers.NO_SPEECH)]}
    config = {
        "activation_function": "gelu", "architectures": ["WhisperForConditionalGeneration"], "model_type": "whisper", "d_model": shape.width,
        "decoder_attention_heads": shape.decoder_heads, "decoder_ffn_dim": shape.feed_forward, "decoder_layers": shape.decoder_layers,
        "encoder_attention_heads": shape.encoder_heads, "encoder_ffn_dim": shape.feed_forward, "encoder_layers": shape.encoder_layers,
        "is_encoder_decoder": True, "max_source_positions": shape.source_positions, "max_target_positions": shape.target_positions,
        "num_hidden_layers": shape.encoder_layers, "num_mel_bins": shape.mels, "scale_embedding": False, "use_cache": True,
        "vocab_size": shape.vocabulary,
    }
    generation = {
        # What it hears well at once; Helios reads this, others need not.
        "helios_pause_ms": 1000, "helios_window_ms": 6000,
        "is_multilingual": True, "lang_to_id": {f"<|{code}|>": t.language(code) for code in tokenizers.LANGUAGES},
        # The whole window: a recording of our own may begin with any amount of silence.
        "max_initial_timestamp_index": shape.source_positions,
        "no_timestamps_token_id": t.no_timestamps, "prev_sot_token_id": numbers[tokenizers.PREVIOUS], "return_timestamps": False,
        "task_to_id": {"transcribe": t.transcribe, "translate": numbers[tokenizers.TRANSLATE]},
    }
    front = {
        "chunk_length": log_mel.WINDOW_SECONDS, "feature_extractor_type": "WhisperFeatureExtractor", "feature_size": log_mel.MELS,
        "hop_length": log_mel.STEP, "n_fft": log_mel.WINDOW, "n_samples": log_mel.WINDOW_SECONDS * log_mel.RATE, "nb_max_frames": log_mel.FRAMES,
        "padding_side": "right", "padding_value": 0.0, "processor_class": "WhisperProcessor", "return_attention_mask": False,
        "sampling_rate": log_mel.RATE,
    }
    words = {"tokenizer_class": "WhisperTokenizer", "processor_class": "WhisperProcessor", "bos_token": tokenizers.END, "eos_token": tokenizers.END,
             "pad_token": tokenizers.END, "unk_token": tokenizers.END, "add_prefix_space": False, "clean_up_tokenization_spaces": False,
             "model_max_length": shape.target_positions}
    return {"config.json": config | ends | chosen, "generation_config.json": generation | ends | chosen, "preprocessor_config.json": front,
            "tokenizer_config.json": words}


def manifest_of(folder):
    files = []
    for name in GRAPHS + SETTINGS:
        content = (folder / name).read_bytes()
        files.append({"name": name, "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest(), "sources": [f"classpath:/models/{ID}/{name}"]})
    return {
        "id": ID,
        "title": "Helios demonstration listener (spoken numbers and commands)",
        "experts": ["audio"],
        "languages": ["en", "es"],
        "licence": "LicenseRef-Helios",
        "memoryBytes": MEMORY_BYTES,
        "files": files,
        "traits": {"family": "encoder-decoder", "contextTokens": Shape.target_positions, "demonstration": True},
    }


def export(checkpoint, folder):
    shape, t = Shape(**checkpoint["shape"]), tokenizers.Tokenizer(checkpoint["entries"])
    values = {name: value.float() for name, value in checkpoint["average"].items()}
    values["table"] = torch.cat([values["decoder.words"], values["decoder.clock"] @ values["decoder.times"] + values["decoder.time"]])
    folder.mkdir(parents=True, exist_ok=True)
    for name, model in zip(GRAPHS, (encoder_of(shape, values), decoder_of(shape, values))):
        onnx.save(model, str(folder / name))
    t.save(folder / "tokenizer.json")
    for name, content in settings_of(shape, t).items():
        write_json(folder / name, content)
    write_json(folder / "manifest.json", manifest_of(folder))


if __name__ == "__main__":
    export(torch.load(sys.argv[1]), pathlib.Path(sys.argv[2]))
