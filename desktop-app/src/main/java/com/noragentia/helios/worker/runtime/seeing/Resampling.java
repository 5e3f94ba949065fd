/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.seeing;

import static java.lang.Math.PI;
import static java.lang.Math.abs;
import static java.lang.Math.sin;

import com.noragentia.helios.worker.expert.ModelFailure;

/** How pixels are weighed when a picture changes its size; the numbers are those of the Python Imaging Library, by which models were trained. */
enum Resampling {
    NEAREST(0, 0) {
        @Override
        double weight(double distance) {
            throw new IllegalStateException("one pixel is taken, none is weighed");
        }
    },
    /** sinc(x) · sinc(x/3). */
    LANCZOS(1, 3) {
        @Override
        double weight(double distance) {
            return abs(distance) < support() ? sinc(distance) * sinc(distance / support()) : 0;
        }
    },
    BILINEAR(2, 1) {
        @Override
        double weight(double distance) {
            return Math.max(0, 1 - abs(distance));
        }
    },
    /** Keys 1981, with a = −1/2. */
    BICUBIC(3, 2) {
        @Override
        double weight(double distance) {
            double x = abs(distance);
            if (x < 1) {
                return (1.5 * x - 2.5) * x * x + 1;
            }
            return x < 2 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0;
        }
    },
    BOX(4, 0.5) {
        @Override
        double weight(double distance) {
            return distance > -support() && distance <= support() ? 1 : 0;
        }
    };

    private final int number;
    private final double support;

    Resampling(int number, double support) {
        this.number = number;
        this.support = support;
    }

    /** @throws ModelFailure if there is none of this number here */
    static Resampling of(int number) throws ModelFailure {
        for (Resampling one : values()) {
            if (one.number == number) {
                return one;
            }
        }
        throw new ModelFailure("resample " + number + " is not known here");
    }

    /** How far it reaches, in pixels of the smaller picture. */
    double support() {
        return support;
    }

    /** @param distance from the middle, in pixels of the smaller picture */
    abstract double weight(double distance);

    private static double sinc(double x) {
        return x == 0 ? 1 : sin(PI * x) / (PI * x);
    }
}
