/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.image;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * How likely each pixel is to be text.
 *
 * @param values 0 to 1, row by row; given away, not copied
 */
@SuppressWarnings("ArrayRecordComponent") // megabytes that are never compared
record ProbabilityMap(int width, int height, float[] values) {

    /** The regions of touching pixels (sides or corners) over a threshold, from top to bottom. */
    List<Region> regionsOver(float threshold) {
        boolean[] seen = new boolean[values.length];
        List<Region> regions = new ArrayList<>();
        for (int pixel = 0; pixel < values.length; pixel++) {
            if (!seen[pixel] && values[pixel] > threshold) {
                regions.add(regionFrom(pixel, threshold, seen));
            }
        }
        return regions;
    }

    private Region regionFrom(int start, float threshold, boolean[] seen) {
        Deque<Integer> open = new ArrayDeque<>();
        Region region = new Region();
        seen[start] = true;
        open.push(start);
        while (!open.isEmpty()) {
            int pixel = open.pop();
            int x = pixel % width;
            int y = pixel / width;
            region.add(x, y, values[pixel]);
            for (int ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
                for (int nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
                    int neighbour = ny * width + nx;
                    if (!seen[neighbour] && values[neighbour] > threshold) {
                        seen[neighbour] = true;
                        open.push(neighbour);
                    }
                }
            }
        }
        return region;
    }
}
