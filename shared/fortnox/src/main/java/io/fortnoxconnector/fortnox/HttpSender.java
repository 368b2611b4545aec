package io.fortnoxconnector.fortnox;

import io.fortnoxconnector.fortnox.HttpOutcome.NoAnswer;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;

/** Sends requests, each at most once, and waits no longer than it is told to. */
final class HttpSender {

  private final FirstConnectionOnly tls;

  HttpSender() {
    this(HttpsURLConnection::getDefaultSSLSocketFactory);
  }

  HttpSender(Supplier<SSLSocketFactory> tls) {
    this.tls = new FirstConnectionOnly(tls);
  }

  HttpOutcome send(HttpRequest request, Duration timeout) {
    // The JDK limits each single read, and name resolution not at all: only another thread can keep
    // a limit on the whole. A platform thread, because the first virtual one costs 13 ms of
    // start-up.
    var exchange = new HttpExchange(request, timeout, tls);
    var task = new FutureTask<>(exchange);
    var thread = new Thread(task, "fortnox-http");
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException late) {
      return new NoAnswer(!exchange.abandon(), "no answer within " + timeout.toMillis() + " ms");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new NoAnswer(!exchange.abandon(), "interrupted");
    } catch (ExecutionException bug) {
      throw new IllegalStateException("the HTTP exchange failed", bug.getCause());
    }
  }
}
