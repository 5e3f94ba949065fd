/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * The median of one model's speeds over all devices, taken anew only when enough of them have changed that it could have moved: the cost
 * for each change stays logarithmic. Not thread-safe.
 */
final class MedianSpeed {

    /** It is taken anew once one in so many figures has changed. */
    private static final int TOLERATED_SHARE = 8;

    private Speed median = Speed.UNMEASURED;
    private int staleAfter;

    void changed() {
        staleAfter--;
    }

    Speed over(Supplier<? extends Collection<Speed>> speeds) {
        if (staleAfter <= 0) {
            List<Speed> known = List.copyOf(speeds.get());
            median = new Speed(
                    middle(known, Speed::loadMillis),
                    middle(known, Speed::prefillPerSecond),
                    middle(known, Speed::decodePerSecond),
                    0);
            staleAfter = 1 + known.size() / TOLERATED_SHARE;
        }
        return median;
    }

    private static double middle(List<Speed> speeds, ToDoubleFunction<Speed> part) {
        double[] measured = speeds.stream()
                .mapToDouble(part)
                .filter(figure -> figure > 0)
                .sorted()
                .toArray();
        return measured.length == 0 ? 0 : measured[measured.length / 2];
    }
}
