package io.fortnoxconnector.connector.reading;

/** Where in a list to read. */
public sealed interface Place {

  /** A page by its number, from 1. Rows shift from page to page when others come or go. */
  record Page(int number) implements Place {}

  /** What comes after the rows that were shown before. */
  record After(Cursor cursor) implements Place {}
}
