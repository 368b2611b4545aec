/**
 * Field tables: how the unified model and Fortnox's belong together, both ways, one table per
 * resource.
 *
 * <p>A table is the only place that knows a field's two names, its codec, length, and whether it's
 * required, read-only, clearable or a filter. Translation, validation, PATCH and PUT, warnings and
 * capabilities come from it.
 */
@org.jspecify.annotations.NullMarked
package io.fortnoxconnector.translation;
