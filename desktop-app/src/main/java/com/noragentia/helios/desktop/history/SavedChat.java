/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.history;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A whole chat.
 *
 * @param name under which the network knows which questions belong together
 * @param draft what was being written when it was last left
 */
public record SavedChat(long id, String name, String title, String draft, Branches<SavedExchange> branches) {

    /**
     * The branches of saved exchanges.
     *
     * @param exchanges oldest first
     * @param tip id of the last one shown
     */
    static Branches<SavedExchange> branches(List<SavedExchange> exchanges, OptionalLong tip) {
        Map<Long, SavedExchange> byId = new HashMap<>();
        exchanges.forEach(exchange -> byId.put(exchange.id(), exchange));
        return new Branches<>(exchanges, exchange -> find(byId, exchange.parent()), find(byId, tip));
    }

    private static Optional<SavedExchange> find(Map<Long, SavedExchange> byId, OptionalLong id) {
        return id.isPresent() ? Optional.ofNullable(byId.get(id.getAsLong())) : Optional.empty();
    }
}
