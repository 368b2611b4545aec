package io.fortnoxconnector.translation;

/**
 * Why a field isn't acceptable.
 *
 * @param pointer JSON pointer (RFC 6901) to the field in the request's body; a query parameter's
 *     name for filters
 * @param code a fixed word, such as {@code field-invalid}
 * @param detail one English sentence that says what is wrong and, where it can, what would be right
 */
public record FieldProblem(String pointer, String code, String detail) {}
