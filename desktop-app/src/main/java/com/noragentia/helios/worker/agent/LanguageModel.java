/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.expert.writing.Author;
import com.noragentia.helios.worker.expert.writing.ChatExpert;
import com.noragentia.helios.worker.runtime.ModelSpace;
import com.noragentia.helios.worker.runtime.generation.CausalLanguageModel;
import com.noragentia.helios.worker.runtime.generation.GenerationSettings;
import com.noragentia.helios.worker.runtime.text.ChatTemplate;
import com.noragentia.helios.worker.runtime.text.EndTokens;
import com.noragentia.helios.worker.runtime.text.HuggingFaceTextTokenizer;
import com.noragentia.helios.worker.runtime.text.JinjaChatTemplate;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Set;

/** The parts of a language model in a space, and the experts that stand on them. */
record LanguageModel(
        ModelSpace space,
        CausalLanguageModel graph,
        HuggingFaceTextTokenizer tokenizer,
        ChatTemplate template,
        Set<Integer> endTokens) {

    static LanguageModel open(ModelSpace space, GenerationSettings writing) throws ModelFailure {
        CausalLanguageModel graph = CausalLanguageModel.open(space, ModelKind.writingGraph(space.manifest()), writing);
        HuggingFaceTextTokenizer tokenizer = HuggingFaceTextTokenizer.open(space, ModelKind.TOKENIZER);
        return new LanguageModel(
                space,
                graph,
                tokenizer,
                JinjaChatTemplate.open(space, tokenizer, Clock.system(ZoneId.systemDefault())),
                EndTokens.of(space, tokenizer));
    }

    /** Owns the space. */
    ChatExpert chat() {
        return new ChatExpert(space.manifest(), graph, tokenizer, template, endTokens, space::close);
    }

    Author author() {
        return new Author(
                graph, tokenizer, template, endTokens, space.manifest().traits().contextTokens());
    }
}
