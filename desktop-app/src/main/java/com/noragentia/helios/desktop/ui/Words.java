/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.ui;

import com.noragentia.helios.language.Phrases;
import com.noragentia.helios.protocol.task.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** The phrases of one bundle in the language of the moment. Bindings made here follow the language as long as something is bound to them. */
public final class Words {

    private final ObjectProperty<Language> language;
    private final ObjectBinding<Phrases> phrases;

    /** The bundle {@code name} that lies beside {@code neighbour}. */
    public Words(Class<?> neighbour, String name, Language first) {
        language = new SimpleObjectProperty<>(first);
        phrases = Bindings.createObjectBinding(() -> Phrases.beside(neighbour, name, language.get()), language);
    }

    public ObjectProperty<Language> language() {
        return language;
    }

    public Phrases phrases() {
        return phrases.get();
    }

    public String say(String key, Object... values) {
        return phrases().say(key, values);
    }

    /** The phrase of a key, now and after each change of language. */
    public StringBinding live(String key, Object... values) {
        return Bindings.createStringBinding(() -> say(key, values), phrases);
    }

    /** A text made of phrases, now and after each change of language or of {@code causes}. */
    public StringBinding live(Function<Phrases, String> text, Observable... causes) {
        List<Observable> all = new ArrayList<>(List.of(causes));
        all.add(phrases);
        return Bindings.createStringBinding(() -> text.apply(phrases()), all.toArray(Observable[]::new));
    }
}
