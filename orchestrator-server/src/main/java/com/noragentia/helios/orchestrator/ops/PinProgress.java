/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import com.noragentia.helios.orchestrator.catalogue.Pinning;
import java.io.PrintWriter;

/** Shows how far a download is: one line that is written over on a terminal, a line each tenth elsewhere. */
final class PinProgress implements Pinning.Listener {

    private static final int STEP_ELSEWHERE = 10;
    private static final int PERCENT = 100;
    private static final long BYTES_PER_MEGABYTE = 1_000_000;

    private final PrintWriter out;
    private final boolean isTerminal;
    private String file = "";
    private int told;
    private boolean open;

    PinProgress(PrintWriter out, boolean isTerminal) {
        this.out = out;
        this.isTerminal = isTerminal;
    }

    @Override
    public void progress(String name, long done, long total) {
        int percent = total == 0 ? PERCENT : (int) (done * PERCENT / total);
        boolean fresh = !name.equals(file);
        if (fresh) {
            end();
            file = name;
            told = -1;
        }
        int step = isTerminal ? 1 : STEP_ELSEWHERE;
        if (percent / step != told) {
            told = percent / step;
            String line = name + "  " + percent + " %  " + done / BYTES_PER_MEGABYTE + "/" + total / BYTES_PER_MEGABYTE
                    + " MB";
            if (isTerminal) {
                out.print("\r" + line);
                open = true;
            } else {
                out.println(line);
            }
            out.flush();
        }
    }

    /** Ends the line that is being written over. */
    void end() {
        if (open) {
            out.println();
            out.flush();
            open = false;
        }
    }
}
