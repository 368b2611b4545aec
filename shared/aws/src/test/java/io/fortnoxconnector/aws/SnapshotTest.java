package io.fortnoxconnector.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.crac.Context;
import org.crac.Resource;
import org.junit.jupiter.api.Test;

class SnapshotTest {

  /** Asks before a snapshot, as Lambda does. */
  private static final class Snapshotter extends Context<Resource> {
    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {}

    @Override
    public void afterRestore(Context<? extends Resource> context) {}

    @Override
    public void register(Resource resource) {}
  }

  @Test
  void secretsAreForgottenLastWhateverBecameOfTheRehearsals() {
    var done = new ArrayList<String>();
    Snapshot snapshot = Snapshot.register();
    snapshot.forget(() -> done.add("forgotten"));
    snapshot.rehearse(() -> done.add("first"));
    snapshot.rehearse(
        () -> {
          throw new IllegalStateException("no network");
        });
    snapshot.rehearse(() -> done.add("third"));

    snapshot.beforeCheckpoint(new Snapshotter());

    assertThat(done).containsExactly("first", "third", "forgotten");
  }
}
