/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.seeing;

import com.noragentia.helios.worker.extract.picture.Picture;

/**
 * Makes a picture another size: across, then down, rounded to 8 bits after each, as those did who trained the models. Where it shrinks, each pixel is
 * made of all that it stands for, so that nothing thin is lost. Pure.
 */
final class Scaling {

    private static final int MOST = 255;

    private Scaling() {}

    /** @throws InterruptedException if the thread was interrupted; large pictures take a while */
    static Picture scale(Picture picture, int width, int height, Resampling resampling) throws InterruptedException {
        if (picture.width() == width && picture.height() == height) {
            return picture;
        }
        if (resampling == Resampling.NEAREST) {
            return nearest(picture, width, height);
        }
        return down(across(picture, width, resampling), height, resampling);
    }

    private static Picture nearest(Picture picture, int width, int height) {
        int[] rgb = new int[width * height];
        for (int y = 0; y < height; y++) {
            int row = nearest(y, picture.height(), height);
            for (int x = 0; x < width; x++) {
                rgb[y * width + x] = picture.rgb()[row * picture.width() + nearest(x, picture.width(), width)];
            }
        }
        return new Picture(width, height, rgb);
    }

    private static int nearest(int place, int from, int to) {
        return (int) ((place + 0.5) * from / to);
    }

    private static Picture across(Picture picture, int width, Resampling resampling) throws InterruptedException {
        Taps[] taps = Taps.of(picture.width(), width, resampling);
        int[] rgb = new int[width * picture.height()];
        for (int y = 0; y < picture.height(); y++) {
            checkWanted();
            for (int x = 0; x < width; x++) {
                rgb[y * width + x] = weighed(picture.rgb(), y * picture.width(), 1, taps[x]);
            }
        }
        return new Picture(width, picture.height(), rgb);
    }

    private static Picture down(Picture picture, int height, Resampling resampling) throws InterruptedException {
        Taps[] taps = Taps.of(picture.height(), height, resampling);
        int width = picture.width();
        int[] rgb = new int[width * height];
        for (int y = 0; y < height; y++) {
            checkWanted();
            for (int x = 0; x < width; x++) {
                rgb[y * width + x] = weighed(picture.rgb(), x, width, taps[y]);
            }
        }
        return new Picture(width, height, rgb);
    }

    private static void checkWanted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("cancelled while a picture is made smaller");
        }
    }

    private static int weighed(int[] rgb, int origin, int step, Taps taps) {
        double red = 0;
        double green = 0;
        double blue = 0;
        for (int i = 0; i < taps.weights().length; i++) {
            int pixel = rgb[origin + (taps.first() + i) * step];
            double weight = taps.weights()[i];
            red += weight * (pixel >>> 16 & MOST);
            green += weight * (pixel >>> 8 & MOST);
            blue += weight * (pixel & MOST);
        }
        return rounded(red) << 16 | rounded(green) << 8 | rounded(blue);
    }

    private static int rounded(double value) {
        return Math.clamp(Math.round(value), 0, MOST);
    }

    /** The pixels that one new pixel is made of. {@code weights} sum to 1. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Taps(int first, double[] weights) {

        static Taps[] of(int from, int to, Resampling resampling) {
            Taps[] taps = new Taps[to];
            double scale = (double) from / to;
            double widening = Math.max(1, scale);
            double reach = resampling.support() * widening;
            for (int i = 0; i < to; i++) {
                double middle = (i + 0.5) * scale;
                int first = Math.max(0, (int) (middle - reach + 0.5));
                int end = Math.clamp((int) (middle + reach + 0.5), first + 1, Math.max(first + 1, from));
                double[] weights = new double[end - first];
                double sum = 0;
                for (int k = 0; k < weights.length; k++) {
                    weights[k] = resampling.weight((first + k + 0.5 - middle) / widening);
                    sum += weights[k];
                }
                for (int k = 0; k < weights.length; k++) {
                    weights[k] = sum == 0 ? 1.0 / weights.length : weights[k] / sum;
                }
                taps[i] = new Taps(first, weights);
            }
            return taps;
        }
    }
}
