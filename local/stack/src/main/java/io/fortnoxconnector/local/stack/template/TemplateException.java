package io.fortnoxconnector.local.stack.template;

/**
 * The template says something that the local stack doesn't know, or that makes no sense; the
 * message names the place.
 */
public final class TemplateException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TemplateException(String where, String what) {
    super("template.yaml, " + where + ": " + what);
  }
}
