/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.seeing;

import com.fasterxml.jackson.databind.JsonNode;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.extract.picture.Picture;
import com.noragentia.helios.worker.runtime.FloatTensor;
import com.noragentia.helios.worker.runtime.ModelSpace;
import com.noragentia.helios.worker.runtime.text.ConfigFile;

/**
 * How a model wants its pictures: {@code preprocessor_config.json} of public exports. Immutable and thread-safe.
 *
 * @param size of the picture that the graph gets
 * @param resampling by which it is brought to that
 * @param factor that each value of 0 to 255 is multiplied with
 * @param mean subtracted then, of red, green, blue
 * @param deviation by which it is divided then
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record PictureConfig(Size size, Resampling resampling, float factor, float[] mean, float[] deviation) {

    static final String FILE = "preprocessor_config.json";

    /** Models of this kind have 224 to 512; attention grows with the fourth power of the side. */
    static final int MOST_SHORT = 1_024;

    static final int MOST_LONG = 2_048;
    /** A patch; graphs fail on less. */
    static final int LEAST_SIDE = 32;

    private static final int CHANNELS = 3;
    private static final double USUAL_FACTOR = 1.0 / 255;
    private static final double MOST_FACTOR = 1;
    private static final double MOST_MEAN = 255;
    private static final double LEAST_DEVIATION = 1e-4;

    /** The size of the picture that a graph gets. */
    sealed interface Size {

        /** Whatever the picture's own is. */
        record Fixed(int width, int height) implements Size {}

        /** In the picture's own proportions: the shorter side has so many pixels, unless the longer would have more than {@code longest}. */
        record Shortest(int shortest, int longest) implements Size {}
    }

    /** @throws ModelFailure if it is missing, says what cannot be, or wants what is not done here */
    static PictureConfig read(ModelSpace space) throws ModelFailure {
        JsonNode file = ConfigFile.required(space, FILE);
        require(isOn(file, "do_resize", true), "a picture of any size");
        require(!isOn(file, "do_center_crop", false), "a crop");
        boolean isRescaled = isOn(file, "do_rescale", true);
        boolean isNormalised = isOn(file, "do_normalize", true);
        return new PictureConfig(
                size(file),
                Resampling.of(ConfigFile.numberOr(file, "resample", 0, 5, 2)),
                isRescaled ? (float) real(file, "rescale_factor", 0, MOST_FACTOR, USUAL_FACTOR) : 1,
                isNormalised ? channels(file, "image_mean", 0, MOST_MEAN) : new float[CHANNELS],
                isNormalised ? channels(file, "image_std", LEAST_DEVIATION, MOST_MEAN) : new float[] {1, 1, 1});
    }

    private static void require(boolean holds, String wish) throws ModelFailure {
        if (!holds) {
            throw new ModelFailure(FILE + " wants " + wish + ", which is not done here");
        }
    }

    private static boolean isOn(JsonNode file, String name, boolean usual) {
        return file.path(name).asBoolean(usual);
    }

    /** Older files have one number: with {@code max_size} it is that of the shorter side, else both sides have it. */
    private static Size size(JsonNode file) throws ModelFailure {
        JsonNode size = file.path("size");
        if (size.isInt()) {
            int side = ConfigFile.number(file, "size", LEAST_SIDE, MOST_SHORT);
            return file.hasNonNull("max_size")
                    ? new Size.Shortest(side, ConfigFile.number(file, "max_size", side, MOST_LONG))
                    : new Size.Fixed(side, side);
        }
        if (size.hasNonNull("shortest_edge")) {
            int side = ConfigFile.number(size, "shortest_edge", LEAST_SIDE, MOST_SHORT);
            return new Size.Shortest(side, ConfigFile.numberOr(size, "longest_edge", side, MOST_LONG, MOST_LONG));
        }
        return new Size.Fixed(
                ConfigFile.number(size, "width", LEAST_SIDE, MOST_SHORT),
                ConfigFile.number(size, "height", LEAST_SIDE, MOST_SHORT));
    }

    private static float[] channels(JsonNode file, String name, double least, double most) throws ModelFailure {
        JsonNode values = file.path(name);
        if (values.size() != CHANNELS) {
            throw new ModelFailure(name + " is not of three colours");
        }
        float[] channels = new float[CHANNELS];
        for (int i = 0; i < CHANNELS; i++) {
            channels[i] = (float) real(values.get(i), name, least, most);
        }
        return channels;
    }

    private static double real(JsonNode file, String name, double least, double most, double otherwise)
            throws ModelFailure {
        return file.hasNonNull(name) ? real(file.get(name), name, least, most) : otherwise;
    }

    private static double real(JsonNode value, String name, double least, double most) throws ModelFailure {
        double number = value.isNumber() ? value.doubleValue() : Double.NaN;
        if (!(number >= least && number <= most)) {
            throw new ModelFailure("%s is not within %s and %s".formatted(name, least, most));
        }
        return number;
    }

    /** The size that a picture of this size is brought to. */
    Size.Fixed sizeFor(int width, int height) {
        return switch (size) {
            case Size.Fixed fixed -> fixed;
            case Size.Shortest(int shortest, int longest) -> {
                double scale = Math.min(
                        (double) shortest / Math.min(width, height), (double) longest / Math.max(width, height));
                yield new Size.Fixed(side(width * scale), side(height * scale));
            }
        };
    }

    private static int side(double pixels) {
        return (int) Math.max(LEAST_SIDE, Math.round(pixels));
    }

    /** The most pixels that a graph gets. */
    long mostPixels() {
        return switch (size) {
            case Size.Fixed(int width, int height) -> (long) width * height;
            case Size.Shortest(int shortest, int longest) -> (long) shortest * longest;
        };
    }

    /** A picture as the graph takes it: [1, 3, height, width], red first. */
    FloatTensor tensor(Picture picture) throws InterruptedException {
        Size.Fixed to = sizeFor(picture.width(), picture.height());
        int[] rgb = Scaling.scale(picture, to.width(), to.height(), resampling).rgb();
        float[] values = new float[CHANNELS * rgb.length];
        for (int channel = 0; channel < CHANNELS; channel++) {
            int shift = 8 * (CHANNELS - 1 - channel);
            for (int i = 0; i < rgb.length; i++) {
                values[channel * rgb.length + i] =
                        ((rgb[i] >>> shift & 0xFF) * factor - mean[channel]) / deviation[channel];
            }
        }
        return new FloatTensor(values, 1, CHANNELS, to.height(), to.width());
    }
}
