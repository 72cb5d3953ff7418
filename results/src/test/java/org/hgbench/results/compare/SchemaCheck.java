package org.hgbench.results.compare;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// The part of JSON Schema that the project's own schemas use: type, const, enum, required,
/// properties, additionalProperties, items and references into `$defs`.
final class SchemaCheck {
  private final JsonNode root;
  private final List<String> violations = new ArrayList<>();

  SchemaCheck(JsonNode root) {
    this.root = root;
  }

  List<String> violations(JsonNode document) {
    violations.clear();
    check(root, document, "");
    return List.copyOf(violations);
  }

  private void check(JsonNode schema, JsonNode value, String at) {
    if (schema.has("$ref")) {
      check(root.at(schema.get("$ref").stringValue().substring(1)), value, at);
      return;
    }
    require(!schema.has("const") || schema.get("const").equals(value), at, "is not the constant");
    require(!schema.has("enum") || anyEquals(schema.get("enum"), value), at, "is none of the enum");
    require(!schema.has("type") || anyType(schema.get("type"), value), at, "has the wrong type");
    for (JsonNode name : schema.path("required")) {
      require(value.has(name.stringValue()), at, "lacks " + name.stringValue());
    }
    if (value.isObject()) {
      value.forEachEntry((name, child) -> {
        JsonNode described = schema.path("properties").path(name);
        require(!described.isMissingNode(), at, "does not describe " + name);
        check(described, child, at + "/" + name);
      });
    }
    if (value.isArray()) {
      value.forEach(child -> check(schema.path("items"), child, at + "[]"));
    }
  }

  private static boolean anyEquals(JsonNode allowed, JsonNode value) {
    for (JsonNode one : allowed) {
      if (one.equals(value)) {
        return true;
      }
    }
    return false;
  }

  private static boolean anyType(JsonNode type, JsonNode value) {
    if (type.isString()) {
      return isType(type.stringValue(), value);
    }
    for (JsonNode one : type) {
      if (isType(one.stringValue(), value)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isType(String type, JsonNode value) {
    return switch (type) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isString();
      case "boolean" -> value.isBoolean();
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      case "null" -> value.isNull();
      default -> throw new IllegalArgumentException("unknown type " + type);
    };
  }

  private void require(boolean holds, String at, String what) {
    if (!holds) {
      violations.add(at + " " + what);
    }
  }
}
