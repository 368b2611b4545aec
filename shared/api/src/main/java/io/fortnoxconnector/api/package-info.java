/**
 * The HTTP edge: request, authentication, envelope, problems, paging, and one endpoint for every
 * resource.
 */
@org.jspecify.annotations.NullMarked
package io.fortnoxconnector.api;
