/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.worker.policy.PolicyFiles;
import com.noragentia.helios.worker.policy.Preference;
import com.noragentia.helios.worker.policy.Preferences;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code helios worker preferences}: shows what holds, and sets what is named. Nothing is set unless all is right; then exit code 2. */
@Command(
        name = "preferences",
        mixinStandardHelpOptions = true,
        resourceBundle = "com.noragentia.helios.worker.agent.usage")
public final class PreferencesCommand implements Callable<Integer> {

    private static final int WRONG_USAGE = 2;

    private final PrintStream out;

    @Option(names = "--data", paramLabel = "DIR")
    private @Nullable Path data;

    @Parameters(arity = "0..*", paramLabel = "NAME=VALUE")
    private List<String> settings = List.of();

    PreferencesCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        WorkerTalk talk = WorkerTalk.about(data, out);
        PolicyFiles.Said said = talk.files().preferences();
        Preferences changed = said.preferences();
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            String key = equals < 0 ? setting : setting.substring(0, equals);
            Optional<Preference> preference = Preference.ofKey(key);
            if (equals < 0 || preference.isEmpty()) {
                talk.say(equals < 0 ? "preference.form" : "preference.unknown", key);
                return WRONG_USAGE;
            }
            String value = setting.substring(equals + 1);
            if (!preference.get().takes(value)) {
                talk.say("preference.value", key, value, preference.get().allowed());
                return WRONG_USAGE;
            }
            changed = changed.with(preference.get(), value);
        }
        if (!settings.isEmpty()) {
            talk.files().keep(changed);
        }
        for (Preference preference : Preference.values()) {
            out.println(preference.key() + "=" + changed.value(preference));
        }
        said.faults().forEach(fault -> talk.say("why.fault", fault));
        return 0;
    }
}
