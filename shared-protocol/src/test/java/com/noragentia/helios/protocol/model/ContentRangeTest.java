/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentRangeTest {

    @Test
    void a_range_is_read_with_and_without_the_whole() {
        assertThat(ContentRange.of("bytes 5-9/10")).contains(new ContentRange(5, 9, OptionalLong.of(10)));
        assertThat(ContentRange.of("bytes 5-9/*")).contains(new ContentRange(5, 9, OptionalLong.empty()));
        assertThat(new ContentRange(5, 9, OptionalLong.of(10)).header()).isEqualTo("bytes 5-9/10");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "bytes 9-5/10",
                "bytes 5-10/10",
                "bytes */10",
                "items 5-9/10",
                "bytes -1-9/10",
                "bytes 5-9",
                "bytes 5-99999999999999999999/*"
            })
    void what_is_none_is_passed_over(String header) {
        assertThat(ContentRange.of(header)).isEmpty();
    }
}
