/**
 * The stack for people: the main job told step by step ({@code mvn -Pdemo}), and a stack that stays
 * up ({@code mvn -Plocal}).
 */
@org.jspecify.annotations.NullMarked
package io.fortnoxconnector.local.stack.demo;
