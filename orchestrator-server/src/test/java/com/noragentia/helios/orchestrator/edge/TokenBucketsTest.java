/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.noragentia.helios.orchestrator.trial.TestClock;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TokenBucketsTest {

    private static final int FEW_KEYS = 3;

    private final TestClock clock = new TestClock();
    private final TokenBuckets buckets = new TokenBuckets(clock, FEW_KEYS, true);

    @ParameterizedTest
    @EnumSource
    void exactly_the_burst_goes_through_at_once_and_the_rate_after_it(RateLimit limit) {
        buckets.take(limit, "me", limit.burst());
        assertThat(buckets.tryTake(limit, "me")).isFalse();
        clock.pass(limit.per());
        long gained = Math.min(limit.tokens(), limit.burst());
        buckets.take(limit, "me", gained);
        assertThat(buckets.tryTake(limit, "me")).isFalse();
    }

    @Test
    void a_refusal_says_after_how_many_seconds_it_would_have_been_granted() {
        buckets.take(RateLimit.JOBS_PER_MEMBER, "me", 60);
        ProblemException refused =
                catchThrowableOfType(ProblemException.class, () -> buckets.take(RateLimit.JOBS_PER_MEMBER, "me", 5));
        assertThat(refused.problem().code()).isEqualTo(ProblemCode.RATE_LIMITED);
        assertThat(refused.problem().values()).isEqualTo(Map.of("retryAfter", "5"));
        clock.pass(Duration.ofMillis(4_999));
        assertThatThrownBy(() -> buckets.take(RateLimit.JOBS_PER_MEMBER, "me", 5))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().values()).isEqualTo(Map.of("retryAfter", "1")));
        clock.pass(Duration.ofMillis(1));
        buckets.take(RateLimit.JOBS_PER_MEMBER, "me", 5);
    }

    @Test
    void a_refusal_costs_nothing() {
        buckets.take(RateLimit.JOBS_PER_MEMBER, "me", 59);
        assertThatThrownBy(() -> buckets.take(RateLimit.JOBS_PER_MEMBER, "me", 2))
                .isInstanceOf(ProblemException.class);
        assertThat(buckets.tryTake(RateLimit.JOBS_PER_MEMBER, "me")).isTrue();
    }

    @Test
    void one_does_not_pay_for_another_nor_one_limit_for_another() {
        buckets.take(RateLimit.JOBS_PER_MEMBER, "me", 60);
        buckets.take(RateLimit.JOBS_PER_MEMBER, "you", 60);
        buckets.take(RateLimit.REQUESTS_PER_MEMBER, "me", 60);
    }

    @Test
    void whoever_wants_more_than_a_bucket_holds_needs_a_full_one() {
        RateLimit bytes = RateLimit.UPLOAD_BYTES_PER_MEMBER;
        buckets.take(bytes, "me", Long.MAX_VALUE);
        assertThat(buckets.tryTake(bytes, "me")).isFalse();
    }

    @Test
    void a_clock_set_back_gives_nothing_away_and_locks_nobody_out() {
        buckets.take(RateLimit.JOBS_PER_MEMBER, "me", 60);
        clock.pass(Duration.ofDays(-1));
        assertThat(buckets.tryTake(RateLimit.JOBS_PER_MEMBER, "me")).isFalse();
        clock.pass(Duration.ofSeconds(1));
        assertThat(buckets.tryTake(RateLimit.JOBS_PER_MEMBER, "me")).isTrue();
    }

    @Test
    void a_full_table_lets_newcomers_in_uncounted_where_it_fails_open() {
        RateLimit open = RateLimit.CHALLENGES_PER_ADDRESS;
        exhaustFewKeys(open);
        for (int i = 0; i < 2 * open.burst(); i++) {
            assertThat(buckets.tryTake(open, "newcomer")).isTrue();
        }
        assertThat(buckets.tryTake(open, "0")).as("nobody is forgiven").isFalse();
    }

    @Test
    void a_full_table_turns_newcomers_away_where_it_fails_closed() {
        RateLimit closed = RateLimit.ENROLMENTS_PER_ADDRESS;
        exhaustFewKeys(closed);
        assertThat(buckets.tryTake(closed, "newcomer")).isFalse();
        assertThat(buckets.tryTake(closed, "0")).as("nobody is forgiven").isFalse();
        clock.pass(closed.refill());
        assertThat(buckets.tryTake(closed, "newcomer"))
                .as("the oldest has nothing left to forgive")
                .isTrue();
    }

    private void exhaustFewKeys(RateLimit limit) {
        for (int key = 0; key < FEW_KEYS; key++) {
            buckets.take(limit, Integer.toString(key), limit.burst());
        }
    }

    @Test
    void in_any_stretch_of_time_no_more_goes_through_than_burst_and_rate_allow() {
        Random random = new Random(7);
        RateLimit limit = RateLimit.JOBS_PER_MEMBER;
        long granted = 0;
        long millis = 0;
        for (int i = 0; i < 5_000; i++) {
            int pause = random.nextInt(600);
            clock.pass(Duration.ofMillis(pause));
            millis += pause;
            granted += buckets.tryTake(limit, "me") ? 1 : 0;
            assertThat(granted).isLessThanOrEqualTo(limit.burst() + millis / 1_000);
        }
        assertThat(granted).as("and hardly less").isGreaterThan(millis / 1_000 - 10);
    }

    @Test
    void many_at_once_share_one_bucket() {
        AtomicInteger granted = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 1_000; i++) {
                threads.execute(() -> {
                    if (buckets.tryTake(RateLimit.JOBS_PER_MEMBER, "me")) {
                        granted.incrementAndGet();
                    }
                });
            }
        }
        assertThat(granted).hasValue(60);
    }

    @Test
    void nothing_is_refused_where_limits_are_off() {
        TokenBuckets off = new TokenBuckets(clock, false);
        off.take(RateLimit.JOBS_PER_MEMBER, "me", Long.MAX_VALUE);
        off.take(RateLimit.JOBS_PER_MEMBER, "me", Long.MAX_VALUE);
    }
}
