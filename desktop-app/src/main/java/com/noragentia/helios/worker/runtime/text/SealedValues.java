/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.text;

import com.hubspot.jinjava.el.ext.JinjavaBeanELResolver;
import com.hubspot.jinjava.el.ext.JinjavaListELResolver;
import com.hubspot.jinjava.lib.exptest.ExpTest;
import com.hubspot.jinjava.lib.filter.Filter;
import com.hubspot.jinjava.util.ForLoop;
import java.util.Map;
import java.util.Set;
import jinjava.javax.el.ArrayELResolver;
import jinjava.javax.el.CompositeELResolver;
import jinjava.javax.el.ELContext;
import jinjava.javax.el.ELResolver;
import jinjava.javax.el.MapELResolver;
import org.jspecify.annotations.Nullable;

/**
 * What a template may do with its values: read maps, lists and the state of a loop, and call the few methods that templates need. No Java
 * object shows anything else of itself, so that nothing leads out of the template. Thread-safe.
 */
final class SealedValues extends JinjavaBeanELResolver {

    private static final Set<String> OF_LOOPS =
            Set.of("first", "last", "index", "index0", "revindex", "revindex0", "length", "depth", "depth0");
    private static final Set<String> OF_MAPS = Set.of("items", "keys", "values", "get");

    private SealedValues() {
        super(true);
    }

    static ELResolver resolver() {
        CompositeELResolver all = new CompositeELResolver();
        SealedValues sealed = new SealedValues();
        // Before the others, whose invoke() would call any method.
        all.add(sealed);
        all.add(new ArrayELResolver(true));
        all.add(new JinjavaListELResolver(true));
        all.add(new MapELResolver(true));
        return all;
    }

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, @Nullable Object property) {
        if (base instanceof ForLoop && OF_LOOPS.contains(String.valueOf(property))) {
            return super.getValue(context, base, property);
        }
        if (base != null
                && !(base instanceof Map)
                && !(base instanceof Iterable)
                && !base.getClass().isArray()) {
            context.setPropertyResolved(true);
        }
        return null;
    }

    @Override
    public @Nullable Object invoke(
            ELContext context, @Nullable Object base, Object method, Class<?> @Nullable [] types, Object[] arguments) {
        String name = String.valueOf(method);
        if (base instanceof String text) {
            context.setPropertyResolved(true);
            return TemplateText.call(text, name, arguments).orElseThrow(() -> refusal(name));
        }
        boolean ofJinja = (base instanceof Filter && name.equals("filter"))
                || (base instanceof ExpTest && name.startsWith("evaluate"));
        if (ofJinja || (base instanceof Map && OF_MAPS.contains(name))) {
            return super.invoke(context, base, method, types, arguments);
        }
        throw refusal(name);
    }

    private static TemplateFunctions.TemplateRefusal refusal(String method) {
        return new TemplateFunctions.TemplateRefusal("it calls " + method);
    }
}
