/** The OpenAI-compatible surface under {@code /v1}: a thin translation onto {@code job}. What is translated how stands in docs/api-openai.md. */
@NullMarked
package com.noragentia.helios.orchestrator.openai;

import org.jspecify.annotations.NullMarked;
