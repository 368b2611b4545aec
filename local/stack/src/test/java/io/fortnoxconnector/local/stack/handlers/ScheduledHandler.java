package io.fortnoxconnector.local.stack.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.fortnoxconnector.aws.Environment;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Keeps the events it was invoked with. */
public final class ScheduledHandler implements RequestHandler<Map<String, Object>, Void> {

  public static final BlockingQueue<Map<String, Object>> EVENTS = new LinkedBlockingQueue<>();

  ScheduledHandler(Environment environment) {}

  @Override
  public Void handleRequest(Map<String, Object> event, Context context) {
    EVENTS.add(event);
    return null;
  }
}
