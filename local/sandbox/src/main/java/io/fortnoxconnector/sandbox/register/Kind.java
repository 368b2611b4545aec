package io.fortnoxconnector.sandbox.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a field holds. Reading is lenient as Fortnox is: numbers and booleans may come as text, text
 * as a number.
 */
enum Kind {
  TEXT {
    @Override
    @Nullable JsonNode read(JsonNode value) {
      return TextNode.valueOf(value.asText());
    }

    @Override
    Refusal misfit(String field) {
      return Refusal.wrongStructure();
    }
  },
  INTEGER {
    @Override
    @Nullable JsonNode read(JsonNode value) {
      try {
        return IntNode.valueOf(new BigDecimal(value.asText().trim()).intValueExact());
      } catch (ArithmeticException | NumberFormatException notAnInteger) {
        return null;
      }
    }

    @Override
    Refusal misfit(String field) {
      return Refusal.notNumeric(field);
    }
  },
  DECIMAL {
    @Override
    @Nullable JsonNode read(JsonNode value) {
      try {
        return DecimalNode.valueOf(new BigDecimal(value.asText().trim()));
      } catch (NumberFormatException notANumber) {
        return null;
      }
    }

    @Override
    Refusal misfit(String field) {
      return Refusal.notNumeric(field);
    }
  },
  BOOLEAN {
    @Override
    @Nullable JsonNode read(JsonNode value) {
      return switch (value.asText().toLowerCase(Locale.ROOT)) {
        case "true", "1" -> BooleanNode.TRUE;
        case "false", "0" -> BooleanNode.FALSE;
        default -> null;
      };
    }

    @Override
    Refusal misfit(String field) {
      return Refusal.notBoolean(field);
    }
  },
  DATE {
    @Override
    @Nullable JsonNode read(JsonNode value) {
      try {
        return TextNode.valueOf(LocalDate.parse(value.asText()).toString());
      } catch (DateTimeParseException notADate) {
        return null;
      }
    }

    @Override
    Refusal misfit(String field) {
      return Refusal.badCharacters(field);
    }
  },
  /** Holds fields of its own. */
  OBJECT {
    @Override
    @Nullable JsonNode read(JsonNode value) {
      return null;
    }

    @Override
    Refusal misfit(String field) {
      return Refusal.wrongStructure();
    }
  },
  /** Holds a list of objects, each with the same fields. */
  ROWS {
    @Override
    @Nullable JsonNode read(JsonNode value) {
      return null;
    }

    @Override
    Refusal misfit(String field) {
      return Refusal.wrongStructure();
    }
  };

  /** The value as it is kept; null if this one can't be kept. The value is never an object. */
  abstract @Nullable JsonNode read(JsonNode value);

  abstract Refusal misfit(String field);
}
