package io.fortnoxconnector.sandbox.register;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDateTime;

/**
 * One record: what was set, under Fortnox's field names.
 *
 * @param modified Swedish local time, in whole seconds: that is what {@code lastmodified} compares
 */
record Row(String key, ObjectNode values, LocalDateTime modified) {}
