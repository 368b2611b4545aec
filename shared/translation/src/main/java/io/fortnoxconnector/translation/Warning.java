package io.fortnoxconnector.translation;

/**
 * Something that was done differently from what was asked, or can't be shown.
 *
 * @param code a fixed word, such as {@code field-not-stored}
 * @param pointer JSON pointer (RFC 6901) to the field in the unified model
 * @param detail one English sentence
 */
public record Warning(String code, String pointer, String detail) {}
