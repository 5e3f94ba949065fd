/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import com.noragentia.helios.desktop.supervisor.ProgramFiles;
import com.noragentia.helios.desktop.supervisor.ProgramStarter;
import com.noragentia.helios.installation.DataFolder;
import com.noragentia.helios.language.Phrases;
import com.noragentia.helios.language.ProblemPhrases;
import com.noragentia.helios.protocol.task.Language;
import java.time.Clock;

/**
 * What a command finds around it once the line was read.
 *
 * @param language of everything it says
 * @param folder the installation's data
 * @param phrases the commands' words
 */
record Surroundings(Terminal terminal, Language language, DataFolder folder, Phrases phrases, Clock clock) {

    static Surroundings of(Terminal terminal, Language language, DataFolder folder) {
        return new Surroundings(terminal, language, folder, words(language), Clock.systemUTC());
    }

    static Phrases words(Language language) {
        return Phrases.beside(Surroundings.class, "commands", language);
    }

    ProblemPhrases problems() {
        return new ProblemPhrases(language);
    }

    ProgramStarter starter() {
        return new ProgramStarter(ProgramFiles.ofThisProcess(), System.getenv());
    }

    void say(String key, Object... values) {
        terminal.out().println(phrases.say(key, values));
    }
}
