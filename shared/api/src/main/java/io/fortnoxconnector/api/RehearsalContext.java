package io.fortnoxconnector.api;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import org.jspecify.annotations.Nullable;

/** The invocation that a rehearsal takes itself for. What it logs is about nobody: it's dropped. */
final class RehearsalContext implements Context, LambdaLogger {

  private static final int MILLIS = 10_000;

  @Override
  public int getRemainingTimeInMillis() {
    return MILLIS;
  }

  @Override
  public LambdaLogger getLogger() {
    return this;
  }

  @Override
  public void log(String message) {}

  @Override
  public void log(byte[] message) {}

  @Override
  public String getAwsRequestId() {
    return "rehearsal";
  }

  @Override
  public String getFunctionName() {
    return "rehearsal";
  }

  @Override
  public String getFunctionVersion() {
    return "rehearsal";
  }

  @Override
  public String getInvokedFunctionArn() {
    return "rehearsal";
  }

  @Override
  public String getLogGroupName() {
    return "rehearsal";
  }

  @Override
  public String getLogStreamName() {
    return "rehearsal";
  }

  @Override
  public int getMemoryLimitInMB() {
    return 0;
  }

  @Override
  public @Nullable CognitoIdentity getIdentity() {
    return null;
  }

  @Override
  public @Nullable ClientContext getClientContext() {
    return null;
  }
}
