package io.fortnoxconnector.translation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A Fortnox entity in the unified model. Every field of the model is present, null where there is
 * nothing.
 */
public record Unified(ObjectNode data, List<Warning> warnings) {}
