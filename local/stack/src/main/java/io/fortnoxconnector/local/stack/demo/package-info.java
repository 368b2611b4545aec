/** The main job, told step by step over real HTTP: {@code mvn -Pdemo}. */
@org.jspecify.annotations.NullMarked
package io.fortnoxconnector.local.stack.demo;
