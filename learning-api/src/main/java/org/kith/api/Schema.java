package org.kith.api;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kith.http.Says;

/** JSON schemas of the records that answers are made of. */
final class Schema {
  private static final String HERE = "#/components/schemas/";
  private final Map<String, Object> schemas = new TreeMap<>();

  /** A reference to a record's schema, which is added if it is new. */
  Map<String, Object> of(Class<?> type) {
    if (!schemas.containsKey(type.getSimpleName())) {
      // The name is taken before its parts are described, in case one of them is the same record.
      schemas.put(type.getSimpleName(), Map.of());
      schemas.put(type.getSimpleName(), type.isSealed() ? oneOf(type) : object(type));
    }
    return Map.of("$ref", HERE + type.getSimpleName());
  }

  /** Every schema by name. */
  Map<String, Object> all() {
    return schemas;
  }

  private Map<String, Object> oneOf(Class<?> type) {
    List<Object> kinds = new ArrayList<>();
    Map<String, Object> names = new TreeMap<>();
    for (Class<?> kind : type.getPermittedSubclasses()) {
      kinds.add(of(kind));
      names.put(kindOf(kind), HERE + kind.getSimpleName());
    }
    Map<String, Object> schema = described(type);
    schema.put("oneOf", kinds);
    schema.put("discriminator", Map.of("propertyName", "kind", "mapping", names));
    return schema;
  }

  private Map<String, Object> object(Class<?> type) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> names = new ArrayList<>();
    for (RecordComponent part : type.getRecordComponents()) {
      String name = PropertyNamingStrategies.SnakeCaseStrategy.INSTANCE.translate(part.getName());
      properties.put(name, property(type, part));
      names.add(name);
    }
    Map<String, Object> schema = described(type);
    schema.put("type", "object");
    schema.put("properties", properties);
    schema.put("required", names);
    schema.put("additionalProperties", false);
    return schema;
  }

  private Map<String, Object> property(Class<?> owner, RecordComponent part) {
    Says says = part.getAnnotation(Says.class);
    if (says == null) {
      throw new IllegalStateException(
          owner.getSimpleName() + "." + part.getName() + " says nothing");
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    if (part.getName().equals("kind") && Figure.class.isAssignableFrom(owner)) {
      schema.put("type", "string");
      schema.put("const", kindOf(owner));
    } else {
      schema.put("description", says.value());
      schema.putAll(value(part.getGenericType(), says.nullable()));
    }
    return schema;
  }

  /** What kind a figure says it is: the description of its component {@code kind}. */
  private static String kindOf(Class<?> figure) {
    return figure.getRecordComponents()[0].getAnnotation(Says.class).value();
  }

  private Map<String, Object> value(Type type, boolean nullable) {
    if (type == int.class || type == Integer.class) {
      return scalar("integer", type == Integer.class);
    }
    if (type == long.class || type == Long.class) {
      return scalar("integer", type == Long.class);
    }
    if (type == double.class || type == Double.class) {
      return scalar("number", type == Double.class);
    }
    if (type == boolean.class || type == Boolean.class) {
      return scalar("boolean", type == Boolean.class);
    }
    if (type == String.class) {
      return scalar("string", nullable);
    }
    if (type instanceof ParameterizedType list) {
      return Map.of("type", "array", "items", value(element(list), false));
    }
    Map<String, Object> reference = of((Class<?>) type);
    return nullable ? Map.of("anyOf", List.of(reference, Map.of("type", "null"))) : reference;
  }

  /** Numbers in a list are never null. */
  private static Type element(ParameterizedType list) {
    Type type = list.getActualTypeArguments()[0];
    return type == Double.class ? double.class : type;
  }

  private static Map<String, Object> scalar(String type, boolean nullable) {
    return Map.of("type", nullable ? List.of(type, "null") : type);
  }

  private static Map<String, Object> described(Class<?> type) {
    Map<String, Object> schema = new LinkedHashMap<>();
    Says says = type.getAnnotation(Says.class);
    if (says != null) {
      schema.put("description", says.value());
    }
    return schema;
  }
}
