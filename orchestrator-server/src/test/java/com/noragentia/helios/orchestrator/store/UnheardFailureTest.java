/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnheardFailureTest {

    @Test
    void an_outline_says_what_failed_and_where_but_quotes_nothing() {
        Exception failure = new IllegalStateException("a secret", new IllegalArgumentException("another secret"));
        assertThat(UnheardFailure.outline(failure))
                .contains(
                        "IllegalStateException at ", "UnheardFailureTest.java", "caused by", "IllegalArgumentException")
                .doesNotContain("secret");
    }
}
