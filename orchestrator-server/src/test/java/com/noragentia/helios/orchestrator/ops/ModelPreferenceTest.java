/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.model.ModelFamily;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.model.ModelTraits;
import com.noragentia.helios.protocol.task.Expert;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelPreferenceTest {

    private static final ModelManifest LARGE = model("large", ModelFamily.CAUSAL_LM);
    private static final ModelManifest SMALL = model("small", ModelFamily.CAUSAL_LM);
    private static final ModelManifest QUOTES = model("quotes", ModelFamily.ENCODER);

    private static ModelManifest model(String id, ModelFamily family) {
        return new ModelManifest(
                id,
                id,
                List.of(Expert.CHAT, Expert.DOCUMENT),
                List.of(),
                "MIT",
                1,
                List.of(),
                new ModelTraits(family, 0, false));
    }

    @Test
    void language_models_are_equals_and_answer_before_what_quotes() {
        ModelPreference none = new ModelPreference(List.of());

        assertThat(none.rank(LARGE)).isEqualTo(none.rank(SMALL)).isLessThan(none.rank(QUOTES));
    }

    @Test
    void whom_the_operator_prefers_answers_before_all_others() {
        ModelPreference quotesFirst = new ModelPreference(List.of("quotes", "small"));

        assertThat(List.of(QUOTES, SMALL, LARGE))
                .extracting(quotesFirst::rank)
                .isSorted()
                .doesNotHaveDuplicates();
    }
}
