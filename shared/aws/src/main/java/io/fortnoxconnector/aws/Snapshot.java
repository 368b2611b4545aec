package io.fortnoxconnector.aws;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * What happens to the clients around a SnapStart snapshot: before it each is used once, for
 * something that can't be there, so that a restored copy has loaded it; then all forget what is
 * secret. Lambda asks in reverse order of registration (CRaC, {@code Context.register}), so the
 * handler, which is made after its clients, has rehearsed by then.
 */
final class Snapshot implements Resource {

  private final List<Runnable> rehearsals = new ArrayList<>();
  private final List<Runnable> secrets = new ArrayList<>();

  private Snapshot() {}

  /** Holds as long as the caller keeps what is returned. */
  static Snapshot register() {
    var snapshot = new Snapshot();
    Core.getGlobalContext().register(snapshot);
    return snapshot;
  }

  /** Must change nothing, and be allowed by the role of every function that does the like. */
  void rehearse(Runnable rehearsal) {
    rehearsals.add(rehearsal);
  }

  /** Whoever keeps something secret in memory says how it's forgotten. */
  void forget(Runnable secret) {
    secrets.add(secret);
  }

  /** A rehearsal that fails, for instance without network, costs time later and no deployment. */
  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    for (Runnable rehearsal : rehearsals) {
      try {
        rehearsal.run();
      } catch (RuntimeException | LinkageError failure) {
        System.getLogger(Snapshot.class.getName())
            .log(Level.WARNING, "priming: {0}", failure.getClass().getName());
      }
    }
    secrets.forEach(Runnable::run);
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {
    // Nothing to renew: clients connect when they're used, and what is unique is made then.
  }
}
