package io.fortnoxconnector.sandbox.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Trouble that is waiting for requests. {@code faults.on("POST",
 * "/3/customers").once().losesTheReply()} arms one; the oldest that fits a request strikes first,
 * and of each kind only one strikes at a time.
 */
public final class Faults {

  /**
   * One armed fault as it stands.
   *
   * @param company whose requests will feel it; null: anybody's
   * @param left how many more of them; -1 means all
   */
  public record Armed(
      String method, String pathPrefix, @Nullable String company, int left, Trouble trouble) {

    private boolean fits(String itsMethod, String path, @Nullable String itsCompany) {
      return (method.equals("*") || method.equals(itsMethod))
          && path.startsWith(pathPrefix)
          && (company == null || company.equals(itsCompany));
    }
  }

  private static final int ALWAYS = -1;

  private final List<Armed> armed = new ArrayList<>();

  /** Requests with this method ({@code *} for any) whose path begins so, from the next one on. */
  public Arming on(String method, String pathPrefix) {
    return new Arming(method, pathPrefix, null, ALWAYS);
  }

  public Arming onEverything() {
    return on("*", "/");
  }

  public synchronized List<Armed> armed() {
    return List.copyOf(armed);
  }

  public synchronized void clear() {
    armed.clear();
  }

  /**
   * What strikes this request, used up by it.
   *
   * @param company whose it is; null: it doesn't say
   */
  public synchronized List<Trouble> strike(String method, String path, @Nullable String company) {
    var struck = new ArrayList<Trouble>();
    boolean delayed = false;
    boolean broken = false;
    for (var fault : List.copyOf(armed)) {
      var isDelay = fault.trouble instanceof Trouble.Delay;
      if (fault.fits(method, path, company) && !(isDelay ? delayed : broken)) {
        struck.add(fault.trouble);
        delayed |= isDelay;
        broken |= !isDelay;
        useUp(fault);
      }
    }
    return struck;
  }

  private void useUp(Armed used) {
    if (used.left == ALWAYS) {
      return;
    }
    var place = armed.indexOf(used);
    if (used.left == 1) {
      armed.remove(place);
    } else {
      armed.set(
          place,
          new Armed(used.method, used.pathPrefix, used.company, used.left - 1, used.trouble));
    }
  }

  /** A fault that still lacks its trouble. */
  public final class Arming {
    private final String method;
    private final String pathPrefix;
    private final @Nullable String company;
    private final int times;

    private Arming(String method, String pathPrefix, @Nullable String company, int times) {
      this.method = method;
      this.pathPrefix = pathPrefix;
      this.company = company;
      this.times = times;
    }

    /** Only what is sent for this company. */
    public Arming of(String number) {
      return new Arming(method, pathPrefix, number, times);
    }

    public Arming once() {
      return times(1);
    }

    public Arming times(int wanted) {
      return new Arming(method, pathPrefix, company, wanted);
    }

    public void delays(Duration time) {
      causes(new Trouble.Delay(time));
    }

    public void losesTheRequest() {
      causes(new Trouble.RequestLost());
    }

    public void losesTheReply() {
      causes(new Trouble.ReplyLost());
    }

    public void answers(int status) {
      causes(new Trouble.Refusal(status));
    }

    public void failsAfterwardsWith(int status) {
      causes(new Trouble.FailureAfterwards(status));
    }

    public void causes(Trouble trouble) {
      synchronized (Faults.this) {
        armed.add(new Armed(method, pathPrefix, company, times, trouble));
      }
    }
  }
}
