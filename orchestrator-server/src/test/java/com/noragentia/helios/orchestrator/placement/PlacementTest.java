/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.placement;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.task.Expert;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlacementTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Instant LONG_AGO = NOW.minus(Duration.ofHours(2));
    private static final List<Offer> OFFERS = List.of(
            new Offer("small", Set.of(Expert.EMBEDDING), 1),
            new Offer("middle", Set.of(Expert.CHAT), 3),
            new Offer("large", Set.of(Expert.IMAGE), 4));

    private final Map<String, Duration> busy = new HashMap<>();
    private final Load load = new Load() {
        @Override
        public int backlogOf(String model) {
            return 0;
        }

        @Override
        public int backlog(Expert expert) {
            return 0;
        }

        @Override
        public Duration remaining(String device, String model) {
            return busy.getOrDefault(device + model, Duration.ZERO);
        }
    };
    private final Placement placement = new Placement(OFFERS, load);

    @Test
    void a_model_that_must_be_named_has_what_room_is_left_until_somebody_names_it() {
        Placement shows = new Placement(
                List.of(
                        new Offer("shows", Set.of(Expert.CHAT), 2, true),
                        new Offer("answers", Set.of(Expert.CHAT), 3),
                        new Offer("reads", Set.of(Expert.IMAGE), 3)),
                load);
        assertThat(shows.join("a", 4, List::of, NOW)).containsExactly("answers");
        assertThat(shows.join("b", 5, List::of, NOW)).containsExactly("answers", "shows");
        assertThat(shows.join("c", 8, List::of, NOW)).containsExactly("shows", "answers", "reads");

        shows.named("shows", 5, NOW);
        shows.named("nobody's", 5, NOW);

        assertThat(shows.join("d", 3, List::of, NOW)).containsExactly("shows");
    }

    @Test
    void with_room_for_everything_everything_is_hosted_in_the_order_of_the_catalogue() {
        assertThat(placement.join("a", 8, List::of, NOW)).containsExactly("small", "middle", "large");
        askForImages();
        assertThat(placement.join("b", 8, () -> List.of(host("a", 8, LONG_AGO, "small", "middle")), NOW))
                .containsExactly("small", "middle", "large");
    }

    @Test
    void the_first_worker_with_too_little_room_takes_the_catalogue_as_far_as_it_fits() {
        assertThat(placement.join("a", 5, List::of, NOW)).containsExactly("small", "middle");
        assertThat(placement.join("b", 0, List::of, NOW)).isEmpty();
    }

    @Test
    void a_joining_worker_takes_what_is_missing_most() {
        List<Host> others = List.of(host("a", 5, LONG_AGO, "small", "middle"));
        assertThat(placement.join("b", 5, () -> others, NOW)).containsExactly("large", "small");
    }

    @Test
    void a_worker_that_comes_back_soon_is_given_what_it_had() {
        assertThat(placement.join("a", 4, List::of, NOW)).containsExactly("small", "middle");
        List<Host> others = List.of(host("b", 4, LONG_AGO, "small", "middle"));
        assertThat(placement.join("a", 4, () -> others, NOW.plusSeconds(60))).containsExactly("small", "middle");
        assertThat(placement.join("a", 4, () -> others, NOW.plus(Duration.ofHours(1))))
                .containsExactly("large");
    }

    @Test
    void at_rest_nobody_moves() {
        List<Host> hosts = List.of(
                host("a", 4, LONG_AGO, "middle"),
                host("b", 4, LONG_AGO, "middle", "small"),
                host("c", 4, LONG_AGO, "large"));
        assertThat(placement.tick(hosts, NOW)).isEmpty();
        assertThat(placement.tick(List.of(), NOW)).isEmpty();
    }

    @Test
    void a_model_that_nobody_hosts_gets_a_worker_from_one_that_keeps_another() {
        List<Host> hosts =
                List.of(host("a", 4, LONG_AGO, "small", "middle"), host("b", 4, LONG_AGO, "small", "middle"));
        assertThat(placement.tick(hosts, NOW)).containsExactly(new Move("a", List.of("middle", "small"), "large"));
        assertThat(placement.tick(List.of(host("a", 4, LONG_AGO, "small", "middle")), NOW))
                .as("the last worker of a model stays")
                .isEmpty();
    }

    @Test
    void demand_draws_an_idle_worker_first_and_then_the_one_that_is_done_soonest() {
        askForImages();
        busy.put("amiddle", Duration.ofSeconds(9));
        busy.put("bmiddle", Duration.ofSeconds(5));
        List<Host> some = List.of(
                host("a", 4, LONG_AGO, "middle"),
                host("b", 4, LONG_AGO, "middle"),
                host("l", 5, LONG_AGO, "large", "small"));
        assertThat(devices(some)).containsExactly("b");
        List<Host> more = List.of(some.get(0), some.get(1), some.get(2), host("c", 4, LONG_AGO, "middle"));
        assertThat(devices(more)).containsExactly("c");
    }

    @Test
    void nobody_gives_a_model_up_before_it_has_stayed() {
        askForImages();
        Instant young = NOW.minus(Candidates.RESIDENCY).plusSeconds(1);
        List<Host> hosts = List.of(
                host("a", 4, young, "middle"), host("b", 4, young, "middle"), host("l", 5, LONG_AGO, "large", "small"));
        assertThat(devices(hosts)).isEmpty();
        assertThat(placement.tick(hosts, NOW.plusSeconds(1))).hasSize(1);
    }

    @Test
    void a_worker_on_which_a_model_does_not_work_is_not_told_to_host_it_again() {
        askForImages();
        Host unfit = new Host("a", 8, Map.of("small", new Hosting(LONG_AGO, true)), Set.of("large"));
        assertThat(placement.tick(List.of(unfit, host("l", 5, LONG_AGO, "large", "small")), NOW))
                .allSatisfy(move -> assertThat(move.host()).isNotEqualTo("large"));
    }

    @Test
    void free_memory_is_used_before_anything_is_given_up() {
        askForImages();
        List<Host> hosts = List.of(
                host("a", 3, LONG_AGO, "middle"),
                host("b", 8, LONG_AGO, "middle"),
                host("c", 4, LONG_AGO, "large"),
                host("d", 3, LONG_AGO, "middle"));
        assertThat(placement.tick(hosts, NOW).getFirst()).isEqualTo(new Move("b", List.of(), "small"));
    }

    private List<String> devices(List<Host> hosts) {
        return placement.tick(hosts, NOW).stream()
                .filter(move -> move.host().equals("large"))
                .map(Move::device)
                .toList();
    }

    private void askForImages() {
        for (int second = 600; second > 0; second--) {
            placement.arrived(Expert.IMAGE, 2, NOW.minusSeconds(second));
        }
    }

    private static Host host(String device, long memory, Instant since, String... models) {
        Map<String, Hosting> hosted = new HashMap<>();
        for (String model : models) {
            hosted.put(model, new Hosting(since, true));
        }
        return new Host(device, memory, hosted, Set.of());
    }
}
