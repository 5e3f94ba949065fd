/**
 * Answers about documents without a language model: passages are ranked by meaning and by keyword, and the best sentences are quoted as they
 * stand. {@link com.noragentia.helios.worker.expert.document.QuoteFinder} serves the other experts too.
 */
@NullMarked
package com.noragentia.helios.worker.expert.document;

import org.jspecify.annotations.NullMarked;
