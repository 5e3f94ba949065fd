/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.audio;

/** The logarithms of one frame, written down from the definition: slowly, in double precision, sharing nothing with what it examines. */
final class LogMelDefinition {

    private static final int SAMPLES = 480_000;
    private static final int WINDOW = 400;

    private LogMelDefinition() {}

    static double[] logarithms(float[] sound, int frame) {
        double[] power = new double[201];
        for (int bin = 0; bin <= 200; bin++) {
            double real = 0;
            double imaginary = 0;
            for (int i = 0; i < WINDOW; i++) {
                double value = mirrored(sound, frame * 160 - 200 + i) * Math.pow(Math.sin(Math.PI * i / WINDOW), 2);
                real += value * Math.cos(2 * Math.PI * bin * i / WINDOW);
                imaginary -= value * Math.sin(2 * Math.PI * bin * i / WINDOW);
            }
            power[bin] = real * real + imaginary * imaginary;
        }
        double[] logarithms = new double[80];
        for (int mel = 0; mel < 80; mel++) {
            double energy = 0;
            for (int bin = 0; bin <= 200; bin++) {
                energy += filter(mel, bin * 40.0) * power[bin];
            }
            logarithms[mel] = Math.log(Math.max(energy, 1e-10)) / Math.log(10);
        }
        return logarithms;
    }

    private static double mirrored(float[] sound, int at) {
        int inside = at < 0 ? -at : at >= SAMPLES ? 2 * SAMPLES - 2 - at : at;
        return inside < sound.length ? sound[inside] : 0;
    }

    private static double filter(int mel, double hertz) {
        double low = edge(mel);
        double peak = edge(mel + 1);
        double high = edge(mel + 2);
        if (hertz <= low || hertz >= high) {
            return 0;
        }
        double height = hertz < peak ? (hertz - low) / (peak - low) : (high - hertz) / (high - peak);
        return height * 2 / (high - low);
    }

    /** 8 kHz is mel 15 + 27 · log(8) / log(6.4); 82 edges divide the mels below it evenly. */
    private static double edge(int number) {
        double mel = number * (15 + 27 * Math.log(8) / Math.log(6.4)) / 81;
        return mel < 15 ? mel * 200 / 3 : 1_000 * Math.pow(6.4, (mel - 15) / 27);
    }
}
