/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import java.io.File;
import java.util.regex.Pattern;

/** What changes with the Java that runs and with every jar of the program. */
final class ThisBuild {

    private ThisBuild() {}

    static String mark() {
        StringBuilder mark = new StringBuilder(System.getProperty("java.vm.version"));
        for (String entry : System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator))) {
            mark.append(entry).append(new File(entry).lastModified());
        }
        return mark.toString();
    }
}
