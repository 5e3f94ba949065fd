/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Groups and nearness beside a plain reckoning of the same. */
class KinGroupsTest {

    @Test
    void who_is_near_is_so_as_by_plain_reckoning() {
        Random random = new Random(5);
        for (int round = 0; round < 50; round++) {
            KinGroups groups = new KinGroups();
            int[] plain = new int[12];
            boolean[][] near = new boolean[12][12];
            for (int i = 0; i < 12; i++) {
                plain[i] = i;
            }
            for (int bond = 0; bond < 14; bond++) {
                int one = random.nextInt(12);
                int other = random.nextInt(12);
                if (random.nextBoolean()) {
                    groups.join("m" + one, "m" + other);
                    int goes = plain[other];
                    int stays = plain[one];
                    Arrays.setAll(plain, i -> plain[i] == goes ? stays : plain[i]);
                } else {
                    groups.bringNear("m" + one, "m" + other);
                    near[one][other] = true;
                }
            }
            for (int one = 0; one < 12; one++) {
                for (int other = 0; other < 12; other++) {
                    boolean expected = plain[one] == plain[other];
                    for (int a = 0; a < 12; a++) {
                        for (int b = 0; b < 12; b++) {
                            boolean ofTheTwo = plain[a] == plain[one] && plain[b] == plain[other];
                            boolean orBack = plain[b] == plain[one] && plain[a] == plain[other];
                            expected |= near[a][b] && (ofTheTwo || orBack);
                        }
                    }
                    assertThat(groups.of("m" + one).isKin(groups.of("m" + other)))
                            .isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void groups_are_those_of_plain_reckoning() {
        Random random = new Random(4);
        for (int round = 0; round < 50; round++) {
            KinGroups groups = new KinGroups();
            Map<Integer, TreeSet<Integer>> plain = new HashMap<>();
            for (int i = 0; i < 30; i++) {
                plain.put(i, new TreeSet<>(List.of(i)));
            }
            for (int bond = 0; bond < 20; bond++) {
                int one = random.nextInt(30);
                int other = random.nextInt(30);
                groups.join("m" + one, "m" + other);
                TreeSet<Integer> union = new TreeSet<>(plain.getOrDefault(one, new TreeSet<>()));
                union.addAll(plain.getOrDefault(other, new TreeSet<>()));
                union.forEach(member -> plain.put(member, union));
            }
            for (int one = 0; one < 30; one++) {
                for (int other = 0; other < 30; other++) {
                    assertThat(groups.of("m" + one)
                                    .group()
                                    .equals(groups.of("m" + other).group()))
                            .isEqualTo(plain.getOrDefault(one, new TreeSet<>()).contains(other));
                }
            }
        }
    }
}
