package io.fortnoxconnector.bench.growth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The FIFO queue as AWS describes it, with a company's open writes bounded at the door: only among
 * the first messages is anything looked for, a group with messages in flight isn't delivered, and a
 * batch holds as many of one group as there are before it takes from another.
 *
 * <p>Numbers in arrays instead of objects: ten million writes.
 */
final class Backlog {

  private static final int NONE = -1;

  private final Load load;
  private final int mostOpen;
  private final Deliverable deliverable;

  /** By write: the same company's next one. */
  private final int[] next;

  /** By write: where in the queue it stands, or NONE while it's refused at the door. */
  private final int[] place;

  /** By place in the queue. */
  private final int[] queue;

  private final int[] first;
  private final int[] last;
  private final int[] firstRefused;
  private final int[] open;
  private final boolean[] isOut;

  private int end;
  private int searched;

  Backlog(Load load, Settings settings) {
    this.load = load;
    this.mostOpen = settings.mostOpen();
    this.deliverable = Deliverable.of(settings.picked(), load.companies());
    this.next = filled(load.writes());
    this.place = filled(load.writes());
    this.queue = filled(load.writes());
    this.first = filled(load.companies());
    this.last = filled(load.companies());
    this.firstRefused = filled(load.companies());
    this.open = new int[load.companies()];
    this.isOut = new boolean[load.companies()];
    this.searched = settings.lookAhead();
  }

  /** One company's part of a batch: so many writes, from its first one on. */
  record Share(int company, int first, int count) {}

  /** A client asks for a write. */
  void ask(int write) {
    int company = load.company(write);
    if (first[company] == NONE) {
      first[company] = write;
    } else {
      next[last[company]] = write;
    }
    last[company] = write;
    if (firstRefused[company] == NONE) {
      firstRefused[company] = write;
    }
    admit(company);
  }

  private void admit(int company) {
    while (firstRefused[company] != NONE && open[company] < mostOpen) {
      int write = firstRefused[company];
      firstRefused[company] = next[write];
      open[company]++;
      place[write] = end;
      queue[end++] = write;
      if (write == first[company]) {
        offer(company);
      }
    }
  }

  private void offer(int company) {
    int head = first[company];
    if (head != NONE && !isOut[company] && isFound(head)) {
      isOut[company] = true;
      deliverable.add(company, place[head]);
    }
  }

  private boolean isFound(int write) {
    return place[write] != NONE && place[write] < searched;
  }

  /** Up to so many messages; none if there's nothing to deliver. */
  List<Share> receive(int most) {
    var batch = new ArrayList<Share>(1);
    for (int room = most; room > 0 && !deliverable.isEmpty(); ) {
      int company = deliverable.next();
      int count = 0;
      for (int write = first[company];
          write != NONE && count < room && isFound(write);
          write = next[write]) {
        count++;
      }
      batch.add(new Share(company, first[company], count));
      room -= count;
    }
    return batch;
  }

  /** The same company's next write after one that was received with it. */
  int after(int write) {
    return next[write];
  }

  /** Deletes a company's first messages, and lets the company's next ones be delivered. */
  void delete(int company, int count) {
    for (int i = 0; i < count; i++) {
      first[company] = next[first[company]];
      open[company]--;
      admit(company);
      reachFurther();
    }
    release(company);
  }

  /** The company's messages can be delivered again. */
  void release(int company) {
    isOut[company] = false;
    offer(company);
  }

  private void reachFurther() {
    int reached = searched++;
    if (reached < end) {
      int company = load.company(queue[reached]);
      if (first[company] == queue[reached]) {
        offer(company);
      }
    }
  }

  private static int[] filled(int size) {
    int[] array = new int[size];
    Arrays.fill(array, NONE);
    return array;
  }
}
