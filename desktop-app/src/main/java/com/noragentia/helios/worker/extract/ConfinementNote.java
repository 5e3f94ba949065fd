/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import com.noragentia.helios.protocol.crypto.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps which confinement was found to work, so that not every question from the terminal starts a child to try it. It holds as long as what it
 * depends on: the program and its Java, the tools, the start of the computer and what its kernel allows. Who can write here could as well replace the
 * program.
 *
 * @param file one line with what it depends on, one with the tools
 */
record ConfinementNote(Path file) {

    private static final String NAME = "confinement.txt";
    private static final int MOST_BYTES = 1_024;

    /** Who may make namespaces, and since when the computer runs: administrators change the first, mostly with the second. */
    private static final List<Path> KERNEL = List.of(
            Path.of("/proc/sys/kernel/random/boot_id"),
            Path.of("/proc/sys/user/max_user_namespaces"),
            Path.of("/proc/sys/kernel/unprivileged_userns_clone"),
            Path.of("/proc/sys/kernel/apparmor_restrict_unprivileged_userns"));

    static ConfinementNote in(Path folder) {
        return new ConfinementNote(folder.resolve(NAME));
    }

    /** What is noted, where it still holds; otherwise what is found now, which is then noted if it is certain. */
    ConfinementFound strongest(ConfinementSearch search) {
        return read(ground(search))
                .flatMap(tools -> named(tools, search))
                .map(noted -> new ConfinementFound(noted, true))
                .orElseGet(() -> anew(search));
    }

    /** What is found now, whatever is noted; that is left as it is where nothing is certain. */
    ConfinementFound anew(ConfinementSearch search) {
        String ground = ground(search);
        ConfinementFound found = search.strongest();
        if (found.isCertain()) {
            write(ground, found.confinement());
        }
        return found;
    }

    private static Optional<Confinement> named(String tools, ConfinementSearch search) {
        List<Confinement> known = new ArrayList<>(search.candidates());
        known.add(new Confinement.None());
        return known.stream().filter(one -> tools(one).equals(tools)).findFirst();
    }

    private static String tools(Confinement confinement) {
        return String.join(" ", confinement.tools());
    }

    private static String ground(ConfinementSearch search) {
        StringBuilder ground = new StringBuilder(ThisBuild.mark())
                .append(System.getProperty("java.home"))
                .append(System.getProperty("os.version"))
                .append(search.candidates());
        search.commands().forEach(command -> ground.append(command.toFile().lastModified()));
        KERNEL.forEach(path -> ground.append(content(path)));
        return Sha256.hex(ground.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String content(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            return "";
        }
    }

    private Optional<String> read(String ground) {
        try {
            if (!Files.exists(file) || Files.size(file) > MOST_BYTES) {
                return Optional.empty();
            }
            String content = Files.readString(file);
            return content.startsWith(ground + "\n")
                    ? Optional.of(content.substring(ground.length() + 1).strip())
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void write(String ground, Confinement found) {
        try {
            Files.createDirectories(file.getParent());
            Path unfinished = Files.createTempFile(file.getParent(), "confinement", ".tmp");
            Files.writeString(unfinished, ground + "\n" + tools(found) + "\n");
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            // It is tried anew next time.
            return;
        }
    }
}
