# Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt.
"""The graph of a decoder with and without its cache of earlier tokens, as one `If` of the names that public exports of merged decoders have."""

import numpy
from onnx import TensorProto, helper

from onnx_graph import Nodes, Weights, floats, model_of

MASKED = -1e9


class Cache:
    """What is kept from token to token.

    `of_source`: keys and values of the encoder's output are kept, too, as Whisper's decoder does. Without it they are computed at every step, as
    GPT-2's decoder does where it looks at another's output.
    """

    def __init__(self, of_source):
        self.of_source = of_source

    def own(self, number, part):
        return f"{number}.decoder.{part}" if self.of_source else f"{number}.{part}"

    def names(self, layers):
        if not self.of_source:
            return [self.own(number, part) for number in range(layers) for part in ("key", "value")]
        return [f"{number}.{kind}.{part}" for number in range(layers) for kind in ("decoder", "encoder") for part in ("key", "value")]


class Branch:
    """The decoder, with the cache of earlier tokens or without."""

    def __init__(self, shape, weights, cache, cached):
        self.shape, self.cache, self.cached, self.prefix = shape, cache, cached, "cached." if cached else "fresh."
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
        outputs += [floats(f"{self.prefix}present.{name}", None, shape.decoder_heads, None, self.size) for name in self.cache.names(shape.decoder_layers)]
        return helper.make_graph(nodes.nodes, self.prefix + "decoder", [], outputs)

    def span(self):
        """Places of the first token given and of the first after them, as lists of one."""
        nodes = self.nodes
        length = nodes.add("Gather", [nodes.add("Shape", ["input_ids"]), nodes.whole("second", [1])], axis=0)
        if not self.cached:
            return nodes.whole("none", [0]), length
        past = nodes.add("Gather", [nodes.add("Shape", [f"past_key_values.{self.cache.own(0, 'key')}"]), nodes.whole("third", [2])], axis=0)
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
            keys, values = (nodes.add("Concat", [f"past_key_values.{self.cache.own(number, part)}", new], axis=2)
                            for part, new in (("key", keys), ("value", values)))
        self.present({self.cache.own(number, "key"): keys, self.cache.own(number, "value"): values})
        x = nodes.add("Add", [x, nodes.mixed(queries, keys, values, f"{name}.self_attn", self.shape.width, mask)])

        n = nodes.norm(x, f"{name}.encoder_attn_layer_norm")
        queries = nodes.split(nodes.linear(n, f"{name}.encoder_attn.q_proj", self.size**-0.5), heads, self.size)
        keys, values = self.source(number, name)
        x = nodes.add("Add", [x, nodes.mixed(queries, keys, values, f"{name}.encoder_attn", self.shape.width)])
        return nodes.feed_forward(x, name)

    def source(self, number, name):
        """Keys and values of what the encoder gave."""
        nodes, heads, parts = self.nodes, self.shape.decoder_heads, ("key", "value")
        kept = [f"{number}.encoder.{part}" for part in parts]
        if self.cache.of_source and self.cached:
            # As in the public exports: who has a cache keeps it, and gets nothing here.
            empty = helper.make_tensor("empty", TensorProto.FLOAT, [0, heads, 1, self.size], [])
            self.present({known: nodes.add("Constant", [], value=empty) for known in kept})
            return (f"past_key_values.{known}" for known in kept)
        computed = [nodes.split(nodes.linear("encoder_hidden_states", f"{name}.encoder_attn.{part}_proj"), heads, self.size) for part in "kv"]
        if self.cache.of_source:
            self.present(dict(zip(kept, computed)))
        return computed

    def present(self, known):
        for name, value in known.items():
            self.nodes.add("Identity", [value], f"{self.prefix}present.{name}")


def decoder_of(name, shape, values, cache):
    """`shape` says vocabulary, width, decoder_heads and decoder_layers; `values` holds the weights, and the `table` of tokens for both ends."""
    weights = Weights(values)
    fresh, cached = (Branch(shape, weights, cache, with_cache).graph() for with_cache in (False, True))
    names, size = cache.names(shape.decoder_layers), shape.width // shape.decoder_heads
    nodes = Nodes(weights)
    nodes.nodes.append(helper.make_node("If", ["use_cache_branch"], ["logits", *(f"present.{kept}" for kept in names)], name="optimum::if",
                                        then_branch=cached, else_branch=fresh))

    def past(kept):
        length = "encoder_sequence_length_out" if ".encoder." in kept else "past_decoder_sequence_length"
        return floats(f"past_key_values.{kept}", "batch_size", shape.decoder_heads, length, size)

    inputs = [
        helper.make_tensor_value_info("input_ids", TensorProto.INT64, ["batch_size", "decoder_sequence_length"]),
        floats("encoder_hidden_states", "batch_size", "encoder_sequence_length", shape.width),
        *(past(kept) for kept in names),
        helper.make_tensor_value_info("use_cache_branch", TensorProto.BOOL, [1]),
    ]
    # The outputs of an If: in the cached branch, those of the encoder may be empty. So nothing but their heads and sizes is promised.
    outputs = [floats("logits", "batch_size", "decoder_sequence_length", shape.vocabulary)]
    outputs += [floats(f"present.{kept}", None, shape.decoder_heads, None, size) for kept in names]
    return model_of(name, nodes, inputs, outputs)
