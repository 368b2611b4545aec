package io.fortnoxconnector.translation;

/**
 * Rows of a Fortnox resource of their own that belong to an entity and show as one of its fields,
 * such as a customer's references.
 *
 * @param field the unified field, such as {@code contactPersons}
 * @param path Fortnox's collection, such as {@code /3/customerreferences}
 * @param singleKey the key that wraps a row in requests
 * @param listPointer JSON pointer to the rows in the answer to a list request
 * @param ownerQuery the query parameter that names the owner in a list request
 * @param ownerField the row's field that holds the owner's number
 * @param idField the row's field that identifies it in {@code path/{id}}
 * @param valueField the row's field that the unified field is about
 */
public record Rows(
    String field,
    String path,
    String singleKey,
    String listPointer,
    String ownerQuery,
    String ownerField,
    String idField,
    String valueField) {}
