/**
 * The project in AWS's own tools: SAM CLI, the image of the Lambda runtime, an emulator that checks
 * the roles. Only the profile {@code containers} builds this module.
 */
@org.jspecify.annotations.NullMarked
package io.fortnoxconnector.local.containers;
