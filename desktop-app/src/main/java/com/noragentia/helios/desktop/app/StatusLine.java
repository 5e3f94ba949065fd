/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

/** One line on a watched terminal that is overwritten as things go on; silent otherwise. For one thread. */
final class StatusLine {

    private static final String ERASE = "\r\033[K";

    private final Terminal terminal;
    private String shown = "";

    StatusLine(Terminal terminal) {
        this.terminal = terminal;
    }

    void show(String untrusted) {
        String text = oneLine(untrusted);
        if (terminal.watched() && !text.equals(shown)) {
            terminal.err().print(ERASE + text);
            terminal.err().flush();
            shown = text;
        }
    }

    /** Something worth a line of its own even where nobody watches, such as a slow first start. */
    void tell(String untrusted) {
        String text = oneLine(untrusted);
        if (terminal.watched()) {
            show(text);
        } else if (!text.equals(shown)) {
            terminal.err().println(text);
            shown = text;
        }
    }

    /** Names of workers and files come from elsewhere. */
    private static String oneLine(String text) {
        return Terminal.harmless(text.replace('\n', ' ').replace('\t', ' '));
    }

    /** Makes room for something else. */
    void clear() {
        if (terminal.watched() && !shown.isEmpty()) {
            terminal.err().print(ERASE);
            terminal.err().flush();
        }
        shown = "";
    }
}
