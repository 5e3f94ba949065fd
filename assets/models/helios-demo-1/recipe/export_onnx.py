# Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt.
"""Writes a checkpoint as the files of a model folder: python3 export_onnx.py <checkpoint> <folder>.

The graph is laid out as current int4 exports for processors are: MatMulNBits, GroupQueryAttention, one tied matrix for embedding and head.
"""

import hashlib
import json
import pathlib
import sys

import numpy
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

import tokenizer as tokenizers
from model import BLOCK, Shape, block_levels, rotary_tables

MICROSOFT = "com.microsoft"
MAX_POSITIONS = 2048
# Graph, packed weights and the cache of a full window, with room to spare.
MEMORY_BYTES = 60_000_000
OPSET, IR_VERSION = 21, 10
CHAT_TEMPLATE = (
    "{% for message in messages %}{{ '<|im_start|>' + message['role'] + '\\n' + message['content'] + '<|im_end|>' + '\\n' }}{% endfor %}"
    "{% if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}{% endif %}"
)


class Graph:
    """Nodes and constants in the order they are added."""

    def __init__(self, shape, weights):
        self.shape, self.weights = shape, weights
        self.nodes, self.constants = [], []

    def node(self, operator, inputs, outputs, domain="", **attributes):
        self.nodes.append(helper.make_node(operator, inputs, outputs, name=f"{operator}_{len(self.nodes)}", domain=domain, **attributes))

    def constant(self, name, values):
        self.constants.append(numpy_helper.from_array(numpy.asarray(values), name))
        return name

    def int4(self, name, weight):
        """A matrix [N, K] as bytes [N, K / 32, 16], the earlier level of a pair in the low half, and scales [N · K / 32]."""
        levels, scales = block_levels(weight)
        codes = (levels + 8).to(torch.uint8).numpy()
        self.constant(f"{name}.qweight", codes[:, :, 0::2] | (codes[:, :, 1::2] << 4))
        self.constant(f"{name}.scales", scales.reshape(-1).numpy())

    def product(self, x, name, result):
        outputs, inputs = self.weights[name].shape
        self.node("MatMulNBits", [x, f"{name}.qweight", f"{name}.scales"], [result], MICROSOFT,
                  K=inputs, N=outputs, bits=4, block_size=BLOCK, accuracy_level=4)

    def product_of_own(self, x, name, result):
        self.int4(name, self.weights[name])
        self.product(x, name, result)

    def norm_of_sum(self, residual, addend, weight, result, total=None):
        outputs = [result] if total is None else [result, "", "", total]
        self.node("SkipSimplifiedLayerNormalization", [residual, addend, weight], outputs, MICROSOFT, epsilon=self.shape.epsilon)

    def lengths(self):
        self.constant("one_axis", numpy.array([1], dtype=numpy.int64))
        self.constant("second", numpy.array(1, dtype=numpy.int64))
        self.node("ReduceSum", ["attention_mask", "one_axis"], ["valid"], keepdims=0)
        self.node("Sub", ["valid", "one_axis"], ["last_valid"])
        self.node("Cast", ["last_valid"], ["seqlens_k"], to=TensorProto.INT32)
        self.node("Shape", ["attention_mask"], ["mask_shape"])
        self.node("Gather", ["mask_shape", "second"], ["total"], axis=0)
        self.node("Cast", ["total"], ["total_seq_len"], to=TensorProto.INT32)

    def embedding(self):
        shape = self.shape
        self.int4("embedding", self.weights["embedding"])
        self.constant("table_shape", numpy.array([shape.vocabulary, shape.hidden // 2], dtype=numpy.int64))
        self.constant("table_scales_shape", numpy.array([shape.vocabulary, shape.hidden // BLOCK], dtype=numpy.int64))
        self.node("Reshape", ["embedding.qweight", "table_shape"], ["table"])
        self.node("Reshape", ["embedding.scales", "table_scales_shape"], ["table_scales"])
        self.node("GatherBlockQuantized", ["table", "input_ids", "table_scales"], ["embedded"], MICROSOFT,
                  bits=4, block_size=BLOCK, gather_axis=0, quantize_axis=1)

    def layer(self, number, residual, addend):
        """Adds a layer; returns the names of its residual stream and of what the next norm has to add to it."""
        shape, own = self.shape, f"layers.{number}"
        weight = self.constant(f"{own}.attention_norm.weight", self.weights[f"{own}.attention_norm.weight"].numpy())
        if addend is None:
            self.node("SimplifiedLayerNormalization", [residual, weight], [f"n{number}"], axis=-1, epsilon=shape.epsilon, stash_type=1)
        else:
            self.norm_of_sum(residual, addend, weight, f"n{number}", f"residual{number}")
            residual = f"residual{number}"
        self.product_of_own(f"n{number}", f"{own}.packed.weight", f"qkv{number}")
        past = [f"past_key_values.{number}.key", f"past_key_values.{number}.value"]
        self.node("GroupQueryAttention", [f"qkv{number}", "", "", *past, "seqlens_k", "total_seq_len", "cos_cache", "sin_cache"],
                  [f"attended{number}", f"present.{number}.key", f"present.{number}.value"], MICROSOFT,
                  num_heads=shape.heads, kv_num_heads=shape.key_value_heads, scale=shape.head_size**-0.5,
                  do_rotary=1, rotary_interleaved=0, local_window_size=-1, softcap=0.0)
        self.product_of_own(f"attended{number}", f"{own}.out.weight", f"out{number}")
        weight = self.constant(f"{own}.mlp_norm.weight", self.weights[f"{own}.mlp_norm.weight"].numpy())
        self.norm_of_sum(residual, f"out{number}", weight, f"m{number}", f"middle{number}")
        self.product_of_own(f"m{number}", f"{own}.gate.weight", f"gate{number}")
        self.product_of_own(f"m{number}", f"{own}.up.weight", f"up{number}")
        self.node("Sigmoid", [f"gate{number}"], [f"sigmoid{number}"])
        self.node("Mul", [f"gate{number}", f"sigmoid{number}"], [f"silu{number}"])
        self.node("Mul", [f"silu{number}", f"up{number}"], [f"gated{number}"])
        self.product_of_own(f"gated{number}", f"{own}.down.weight", f"down{number}")
        return f"middle{number}", f"down{number}"


def graph_of(shape, weights):
    graph = Graph(shape, weights)
    graph.lengths()
    for name, table in zip(("cos_cache", "sin_cache"), rotary_tables(MAX_POSITIONS, shape)):
        graph.constant(name, table.numpy())
    graph.embedding()
    residual, addend = "embedded", None
    for number in range(shape.layers):
        residual, addend = graph.layer(number, residual, addend)
    graph.norm_of_sum(residual, addend, graph.constant("norm.weight", weights["norm.weight"].numpy()), "final")
    graph.product("final", "embedding", "logits")
    return graph


def model_of(shape, weights):
    graph = graph_of(shape, weights)
    value = helper.make_tensor_value_info
    cache = [f"{number}.{part}" for number in range(shape.layers) for part in ("key", "value")]
    heads, size = shape.key_value_heads, shape.head_size
    inputs = [
        value("input_ids", TensorProto.INT64, ["batch_size", "sequence_length"]),
        value("attention_mask", TensorProto.INT64, ["batch_size", "total_sequence_length"]),
        *(value(f"past_key_values.{c}", TensorProto.FLOAT, ["batch_size", heads, "past_sequence_length", size]) for c in cache),
    ]
    outputs = [
        value("logits", TensorProto.FLOAT, ["batch_size", "sequence_length", shape.vocabulary]),
        *(value(f"present.{c}", TensorProto.FLOAT, ["batch_size", heads, "total_sequence_length", size]) for c in cache),
    ]
    opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(MICROSOFT, 1)]
    built = helper.make_graph(graph.nodes, "helios-demo-1", inputs, outputs, graph.constants)
    return helper.make_model(built, opset_imports=opsets, ir_version=IR_VERSION, producer_name="helios")


def write_json(path, content):
    path.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def export(checkpoint_path, folder):
    checkpoint = torch.load(checkpoint_path)
    shape, tokenizer = Shape(**checkpoint["shape"]), tokenizers.Tokenizer(checkpoint["entries"])
    onnx.save(model_of(shape, checkpoint["weights"]), str(folder / "model_q4.onnx"))
    tokenizer.save(folder / "tokenizer.json")
    write_json(folder / "tokenizer_config.json", {
        "tokenizer_class": "PreTrainedTokenizerFast",
        "bos_token": None,
        "eos_token": tokenizers.END,
        "pad_token": tokenizers.END_OF_TEXT,
        "unk_token": None,
        "add_bos_token": False,
        "clean_up_tokenization_spaces": False,
        "model_max_length": MAX_POSITIONS,
        "chat_template": CHAT_TEMPLATE,
    })
    write_json(folder / "config.json", {
        "architectures": ["LlamaForCausalLM"],
        "model_type": "llama",
        "vocab_size": shape.vocabulary,
        "hidden_size": shape.hidden,
        "intermediate_size": shape.feed_forward,
        "num_hidden_layers": shape.layers,
        "num_attention_heads": shape.heads,
        "num_key_value_heads": shape.key_value_heads,
        "head_dim": shape.head_size,
        "hidden_act": "silu",
        "rms_norm_eps": shape.epsilon,
        "rope_theta": shape.rotary_theta,
        "max_position_embeddings": MAX_POSITIONS,
        "tie_word_embeddings": True,
        "attention_bias": False,
        "eos_token_id": tokenizer.end,
        "pad_token_id": tokenizer.end_of_text,
    })


    write_json(folder / "manifest.json", manifest_of(folder))


def manifest_of(folder):
    files = []
    for name in ("model_q4.onnx", "tokenizer.json", "tokenizer_config.json", "config.json"):
        content = (folder / name).read_bytes()
        files.append({
            "name": name,
            "bytes": len(content),
            "sha256": hashlib.sha256(content).hexdigest(),
            "sources": [f"classpath:/models/helios-demo-1/{name}"],
        })
    return {
        "id": "helios-demo-1",
        "title": "Helios demonstration model (sums, units, dates, spelling)",
        "experts": ["chat"],
        "languages": ["en", "es"],
        "licence": "LicenseRef-Helios",
        "memoryBytes": MEMORY_BYTES,
        "files": files,
    }


if __name__ == "__main__":
    export(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
