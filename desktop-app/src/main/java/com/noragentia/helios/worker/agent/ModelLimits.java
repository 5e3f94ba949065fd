/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.installation.DataFolder;
import com.noragentia.helios.installation.PrivateFiles;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.model.StoreLimits;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the owner of this computer lets models take, as {@code model-limits.json} in the data folder says it. What is not said there is as usual; 0
 * means no limit.
 */
public record ModelLimits(
        @Nullable Long diskMegabytes,
        @Nullable Long freeMegabytes,
        @Nullable Long kilobytesPerSecond,
        @Nullable Long monthlyMegabytes,
        @Nullable Integer parallelFiles) {

    static final String FILE = "model-limits.json";

    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}");

    private static final long MEGABYTE = 1_000_000;
    private static final long KILOBYTE = 1_000;

    /** More is no limit to any computer. */
    private static final long MOST = 1_000_000_000_000L;

    /**
     * The limits that hold in a data folder.
     *
     * @throws ModelFailure that names the setting if the file is there but says nothing sensible
     */
    static StoreLimits of(DataFolder folder) throws ModelFailure {
        ModelLimits said = read(folder);
        StoreLimits usual = StoreLimits.USUAL;
        return new StoreLimits(
                within("diskMegabytes", said.diskMegabytes, usual.diskBytes()),
                within("freeMegabytes", said.freeMegabytes, usual.freeBytes()),
                rate("kilobytesPerSecond", said.kilobytesPerSecond, usual.bytesPerSecond()),
                within("monthlyMegabytes", said.monthlyMegabytes, usual.monthlyBytes()),
                files("parallelFiles", said.parallelFiles, usual.parallelFiles()));
    }

    private static ModelLimits read(DataFolder folder) throws ModelFailure {
        try {
            requireKnown(PrivateFiles.read(folder.file(FILE), Map.class).orElse(Map.of()));
            return PrivateFiles.read(folder.file(FILE), ModelLimits.class)
                    .orElse(new ModelLimits(null, null, null, null, null));
        } catch (IOException e) {
            throw ModelFailure.told(e, "limits-unreadable", FILE + " cannot be read", FILE);
        }
    }

    /** A setting that nobody heeds would be believed to hold. */
    private static void requireKnown(Map<?, ?> said) throws ModelFailure {
        List<String> known = Arrays.stream(ModelLimits.class.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        for (Object name : said.keySet()) {
            if (!known.contains(String.valueOf(name))) {
                String plain = CONTROLS.matcher(String.valueOf(name)).replaceAll("?");
                throw ModelFailure.told(
                        "limit-unknown",
                        plain + " in " + FILE + " is no setting",
                        plain,
                        FILE,
                        String.join(", ", known));
            }
        }
    }

    private static long within(String setting, @Nullable Long said, long usual) throws ModelFailure {
        if (said == null) {
            return usual;
        }
        require(setting, said, said >= 0 && said <= MOST, "limit-out-of-range", 0, MOST);
        return said * MEGABYTE;
    }

    private static long rate(String setting, @Nullable Long said, long usual) throws ModelFailure {
        if (said == null) {
            return usual;
        }
        long least = StoreLimits.LEAST_BYTES_PER_SECOND / KILOBYTE;
        boolean isRight = said == 0 || (said >= least && said <= MOST);
        require(setting, said, isRight, "limit-out-of-range-or-none", least, MOST);
        return said * KILOBYTE;
    }

    private static int files(String setting, @Nullable Integer said, int usual) throws ModelFailure {
        if (said == null) {
            return usual;
        }
        boolean isRight = said >= 1 && said <= StoreLimits.MOST_PARALLEL_FILES;
        require(setting, said, isRight, "limit-out-of-range", 1, StoreLimits.MOST_PARALLEL_FILES);
        return said;
    }

    private static void require(String setting, long said, boolean isRight, String phrase, long least, long most)
            throws ModelFailure {
        if (!isRight) {
            throw ModelFailure.told(
                    phrase,
                    "%s in %s is %d, and may be %d to %d".formatted(setting, FILE, said, least, most),
                    setting,
                    FILE,
                    Long.toString(said),
                    Long.toString(least),
                    Long.toString(most));
        }
    }
}
