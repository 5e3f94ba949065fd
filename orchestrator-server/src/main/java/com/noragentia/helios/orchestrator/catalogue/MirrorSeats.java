/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.catalogue;

import java.util.HashMap;
import java.util.Map;

/** How many downloads of model files there are at a time, of all devices and of each. Thread-safe. */
final class MirrorSeats {

    /** More would leave too little of the line for answers. */
    static final int ALL = 48;

    /** A worker fetches three files of a model side by side, of two models at most. */
    static final int EACH_DEVICE = 8;

    private final Map<String, Integer> byDevice = new HashMap<>();
    private int taken;

    /** False if there is none. */
    synchronized boolean take(String device) {
        int own = byDevice.getOrDefault(device, 0);
        if (taken >= ALL || own >= EACH_DEVICE) {
            return false;
        }
        taken++;
        byDevice.put(device, own + 1);
        return true;
    }

    synchronized void giveBack(String device) {
        taken--;
        byDevice.computeIfPresent(device, (_, own) -> own == 1 ? null : own - 1);
    }
}
