/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.image;

import com.noragentia.helios.worker.extract.picture.Picture;
import java.util.ArrayList;
import java.util.List;

/** A picture at full, half, quarter size and so on, each made when first asked for. Not thread-safe. */
final class PicturePyramid {

    private final List<Picture> levels = new ArrayList<>();

    PicturePyramid(Picture picture) {
        levels.add(picture);
    }

    Picture full() {
        return levels.getFirst();
    }

    /** How often to halve before shrinking by {@code factor}, so that less than a halving remains. */
    static int levelFor(double factor) {
        return factor <= 0 ? 0 : Math.max(0, (int) Math.floor(-Math.log(factor) / Math.log(2) + 1e-9));
    }

    /** The picture halved {@code level} times. */
    Picture level(int level) {
        while (levels.size() <= level) {
            levels.add(levels.getLast().halved());
        }
        return levels.get(level);
    }
}
