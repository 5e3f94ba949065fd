/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.policy;

import com.noragentia.helios.installation.DataFolder;
import com.noragentia.helios.installation.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files by which the owner and the worker speak to each other: what is set, what is wished, and what the worker does. Written whole and
 * moved into place, by whoever, so the last word counts. What is damaged is set aside and told. Thread-safe.
 */
public final class PolicyFiles {

    static final String PREFERENCES = "worker-preferences.json";
    static final String WISH = "worker-wish.json";
    static final String STATE = "worker-state.json";
    static final String ASIDE = ".damaged";

    private static final Logger LOG = LoggerFactory.getLogger(PolicyFiles.class);

    private static final int MOST_FAULTS = 20;
    private static final int LONGEST_FAULT = 60;

    private final DataFolder folder;

    public PolicyFiles(DataFolder folder) {
        this.folder = folder;
    }

    /**
     * What is set.
     *
     * @param faults what of the file is not heeded: names of settings, or of the file that was set aside
     */
    public record Said(Preferences preferences, List<String> faults) {}

    /** What is set; usual values where nothing is, or nothing sensible. */
    public Said preferences() {
        List<String> faults = new ArrayList<>();
        Map<Preference, String> said = new EnumMap<>(Preference.class);
        Map<?, ?> values = read(PREFERENCES, Map.class, faults).orElse(Map.of());
        values.forEach((key, value) -> {
            Optional<Preference> known = Preference.ofKey(String.valueOf(key));
            if (known.isPresent() && known.get().takes(String.valueOf(value))) {
                said.put(known.get(), String.valueOf(value));
            } else {
                faults.add(plain(String.valueOf(key)));
            }
        });
        return new Said(
                Preferences.of(said),
                faults.stream().sorted().limit(MOST_FAULTS).toList());
    }

    private static String plain(String name) {
        String harmless = name.replaceAll("\\p{Cntrl}", "?");
        return harmless.length() > LONGEST_FAULT ? harmless.substring(0, LONGEST_FAULT) + "…" : harmless;
    }

    /** Keeps what is set. */
    public void keep(Preferences preferences) throws IOException {
        Map<String, String> values = new TreeMap<>();
        preferences.said().forEach((preference, value) -> values.put(preference.key(), value));
        PrivateFiles.write(folder.file(PREFERENCES), values);
    }

    /** What was wished last; to contribute where nothing was, or nothing that can be read. */
    public Wish wish() {
        return read(WISH, Wish.class, new ArrayList<>()).orElseGet(Wish.Contribute::new);
    }

    /** From now on. */
    public void wish(Wish wish) throws IOException {
        PrivateFiles.write(folder.file(WISH), wish);
    }

    /** What a worker that lives said last of itself; empty where none does. */
    public Optional<Told> told() {
        try {
            return PrivateFiles.read(folder.file(STATE), Told.class)
                    .filter(told -> ProcessHandle.of(told.process())
                            .filter(ProcessHandle::isAlive)
                            .isPresent());
        } catch (IOException e) {
            return Optional.empty(); // only ever written whole, by a worker of another version
        }
    }

    /** The worker of this process does this now. */
    public void tell(Told told) {
        try {
            PrivateFiles.write(folder.file(STATE), told);
        } catch (IOException e) {
            LOG.warn("nobody can ask what this worker does: {}", e.getMessage());
        }
    }

    /** The worker of this process ends. */
    public void forget() {
        try {
            Files.deleteIfExists(folder.file(STATE));
        } catch (IOException e) {
            LOG.debug("the process number will tell that it is stale", e);
        }
    }

    /** When each of what the owner writes was written last, to see whether it is another by now. */
    public List<Object> versions() {
        return List.of(version(PREFERENCES), version(WISH));
    }

    private Object version(String name) {
        try {
            Path file = folder.file(name);
            FileTime written = Files.getLastModifiedTime(file);
            return List.of(written, Files.size(file), Optional.ofNullable(Files.getAttribute(file, "fileKey")));
        } catch (IOException e) {
            return "";
        }
    }

    private <T> Optional<T> read(String name, Class<T> type, List<String> faults) {
        Path file = folder.file(name);
        try {
            return PrivateFiles.read(file, type);
        } catch (IOException e) {
            LOG.warn("{} cannot be read and is set aside", name);
            faults.add(name);
            setAside(file);
            return Optional.empty();
        }
    }

    private static void setAside(Path file) {
        try {
            Files.move(file, file.resolveSibling(file.getFileName() + ASIDE), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("it stays where it is: {}", e.getClass().getSimpleName());
        }
    }
}
