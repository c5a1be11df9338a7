package org.umbral.testing;

import java.lang.ref.Reference;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Follows references from one object through fields, arrays and collections, as a search of its memory would. */
public final class Reach {
    private record Step(Object at, String path) {}

    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Step> next = new ArrayDeque<>();

    private Reach() {}

    /**
     * The path to the first string or character sequence that holds the words; empty where none is reached.
     *
     * @param stopAt what is not looked into
     */
    public static Optional<String> path(Object from, String words, Predicate<Object> stopAt) {
        Reach reach = new Reach();
        reach.add(from, from.getClass().getSimpleName());
        while (!reach.next.isEmpty()) {
            Step step = reach.next.remove();
            if (step.at() instanceof CharSequence text && text.toString().contains(words)) {
                return Optional.of(step.path());
            }
            if (!stopAt.test(step.at())) {
                reach.into(step);
            }
        }
        return Optional.empty();
    }

    private void add(@Nullable Object one, String path) {
        if (one != null && !(one instanceof Number) && !(one instanceof Class) && seen.add(one)) {
            next.add(new Step(one, path));
        }
    }

    private void into(Step step) {
        Object at = step.at();
        if (at instanceof Reference || at instanceof String || at instanceof Thread || at instanceof ClassLoader) {
            return;
        }
        if (at instanceof Map<?, ?> map) {
            new IdentityHashMap<>(map).forEach((key, value) -> {
                add(key, step.path() + "[key]");
                add(value, step.path() + "[value]");
            });
        } else if (at instanceof Iterable<?> many && !(at instanceof java.nio.file.Path)) {
            many.forEach(one -> add(one, step.path() + "[]"));
        } else if (at instanceof Optional<?> maybe) {
            maybe.ifPresent(one -> add(one, step.path() + "?"));
        } else if (at instanceof AtomicReference<?> held) {
            add(held.get(), step.path() + "!");
        } else if (at.getClass().isArray() && !at.getClass().getComponentType().isPrimitive()) {
            for (int i = 0; i < Array.getLength(at); i++) {
                add(Array.get(at, i), step.path() + "[" + i + "]");
            }
        }
        fields(step);
    }

    private void fields(Step step) {
        for (Class<?> type = step.at().getClass();
                type != null
                        && !type.getName().startsWith("java.")
                        && !type.getName().startsWith("sun.");
                type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())
                        && !field.getType().isPrimitive()
                        && field.trySetAccessible()) {
                    try {
                        add(field.get(step.at()), step.path() + "." + field.getName());
                    } catch (IllegalAccessException notOurs) {
                        throw new AssertionError(notOurs);
                    }
                }
            }
        }
    }
}
