# Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt.
"""Writes a checkpoint as the files of a model folder: python3 export_onnx.py <checkpoint> <folder>.

Inputs, outputs and file names are those of the public exports of Whisper with a merged decoder. Matrices are MatMulNBits with 8 bits.
"""

import pathlib
import sys

import onnx
import torch

import log_mel
import tokenizer as tokenizers
from merged_decoder import Cache, decoder_of
from model import Shape
from model_folder import manifest_of, write_json
from onnx_graph import Nodes, Weights, floats, model_of

ID = "helios-listen-1"
# Graphs, and the attention of the encoder over 1,500 positions, with room to spare.
MEMORY_BYTES = 150_000_000
GRAPHS = ("encoder_model_quantized.onnx", "decoder_model_merged_quantized.onnx")
SETTINGS = ("config.json", "generation_config.json", "preprocessor_config.json", "tokenizer.json", "tokenizer_config.json")


def encoder_of(shape, values):
    nodes = Nodes(Weights(values))
    own = nodes.weights.own
    x = nodes.add("Conv", ["input_features", own("encoder.conv1.weight"), own("encoder.conv1.bias")], pads=[1, 1])
    x = nodes.add("Conv", [nodes.add("Gelu", [x]), own("encoder.conv2.weight"), own("encoder.conv2.bias")], pads=[1, 1], strides=[2])
    x = nodes.add("Transpose", [nodes.add("Gelu", [x])], perm=[0, 2, 1])
    x = nodes.add("Add", [x, own("encoder.embed_positions")])
    for number in range(shape.encoder_layers):
        x = nodes.encoder_layer(x, f"encoder.layers.{number}", shape.encoder_heads, shape.width)
    nodes.norm(x, "encoder.layer_norm", "last_hidden_state")
    return model_of(f"{ID}-encoder", nodes, [floats("input_features", "batch_size", shape.mels, 2 * shape.source_positions)],
                    [floats("last_hidden_state", "batch_size", shape.source_positions, shape.width)])


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


def manifest(folder):
    return manifest_of(folder, GRAPHS + SETTINGS, model=ID, title="Helios demonstration listener (spoken numbers and commands)", experts=["audio"],
                       languages=["en", "es"], memory_bytes=MEMORY_BYTES, family="encoder-decoder", context_tokens=Shape.target_positions)


def export(checkpoint, folder):
    shape, t = Shape(**checkpoint["shape"]), tokenizers.Tokenizer(checkpoint["entries"])
    values = {name: value.float() for name, value in checkpoint["average"].items()}
    values["table"] = torch.cat([values["decoder.words"], values["decoder.clock"] @ values["decoder.times"] + values["decoder.time"]])
    folder.mkdir(parents=True, exist_ok=True)
    for name, model in zip(GRAPHS, (encoder_of(shape, values), decoder_of(f"{ID}-decoder", shape, values, Cache(of_source=True)))):
        onnx.save(model, str(folder / name))
    t.save(folder / "tokenizer.json")
    for name, content in settings_of(shape, t).items():
        write_json(folder / name, content)
    write_json(folder / "manifest.json", manifest(folder))


if __name__ == "__main__":
    export(torch.load(sys.argv[1]), pathlib.Path(sys.argv[2]))
