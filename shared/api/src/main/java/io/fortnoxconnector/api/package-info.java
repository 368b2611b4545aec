/**
 * The edge of the functions. HTTP: request, authentication, envelope, problems, paging, and one
 * endpoint for every resource.
 */
@org.jspecify.annotations.NullMarked
package io.fortnoxconnector.api;
