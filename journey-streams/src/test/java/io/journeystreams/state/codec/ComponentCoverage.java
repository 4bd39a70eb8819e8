package io.journeystreams.state.codec;

import io.journeystreams.domain.event.JourneyEvent;
import io.journeystreams.domain.profile.RecentEvents;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which components of the rules' records have been seen with more than one value: absent and present, lists of several
 * lengths, every state of a sealed type. Components that are added later are found by reflection.
 */
final class ComponentCoverage {

    private final Map<String, Set<Object>> seen = new HashMap<>();
    private final Map<Class<?>, Map<String, RecordComponent>> components = new HashMap<>();

    void see(Record value) {
        note(nameOf(value.getClass()), "seen");
        componentsOf(value.getClass()).forEach((name, component) -> see(name, valueOf(component, value)));
    }

    /** Components that have had one value only, and records that were never seen. */
    Set<String> missing(Class<?> root) {
        Set<String> missing = new TreeSet<>();
        for (String component : expected(root, new HashSet<>())) {
            int required = component.contains(".") ? 2 : 1;
            if (seen.getOrDefault(component, Set.of()).size() < required) {
                missing.add(component);
            }
        }
        return missing;
    }

    private void see(String name, Object value) {
        if (value instanceof Record nested) {
            note(name, nested);
            see(nested);
        } else if (value instanceof Optional<?> optional) {
            note(name, optional.isPresent());
            optional.ifPresent(this::seeInner);
        } else if (value instanceof Collection<?> collection) {
            note(name, collection.size());
            collection.forEach(this::seeInner);
        } else if (value instanceof Map<?, ?> map) {
            note(name, map.size());
            map.values().forEach(this::seeInner);
        } else {
            note(name, value);
        }
    }

    private void seeInner(Object value) {
        if (value instanceof Record nested) {
            see(nested);
        }
    }

    private Map<String, RecordComponent> componentsOf(Class<?> type) {
        return components.computeIfAbsent(type, ignored -> Stream.of(type.getRecordComponents())
                .collect(Collectors.toMap(ComponentCoverage::nameOf, Function.identity())));
    }

    private void note(String name, Object value) {
        Set<Object> values = seen.computeIfAbsent(name, ignored -> new HashSet<>());
        if (values.size() < 2) {
            values.add(value);
        }
    }

    private static Set<String> expected(Class<?> type, Set<Class<?>> visited) {
        Set<String> names = new HashSet<>();
        if (!visited.add(type)) {
            return names;
        }
        if (type.isSealed()) {
            for (Class<?> permitted : type.getPermittedSubclasses()) {
                names.addAll(expected(permitted, visited));
            }
        }
        if (type.isRecord()) {
            names.add(nameOf(type));
            for (RecordComponent component : type.getRecordComponents()) {
                names.add(nameOf(component));
                classesIn(component.getGenericType()).forEach(inner -> names.addAll(expected(inner, visited)));
            }
        }
        return names;
    }

    private static List<Class<?>> classesIn(Type type) {
        if (type == RecentEvents.class) {
            return List.of(JourneyEvent.class);
        }
        if (type instanceof Class<?> plain) {
            return List.of(plain);
        }
        return Stream.of(((ParameterizedType) type).getActualTypeArguments())
                .<Class<?>>flatMap(argument -> classesIn(argument).stream())
                .toList();
    }

    private static String nameOf(Class<?> type) {
        return type.getName().substring(type.getPackageName().length() + 1).replace('$', '-');
    }

    private static String nameOf(RecordComponent component) {
        return nameOf(component.getDeclaringRecord()) + "." + component.getName();
    }

    private static Object valueOf(RecordComponent component, Record value) {
        try {
            return component.getAccessor().invoke(value);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("component cannot be read: " + nameOf(component), e);
        }
    }
}
