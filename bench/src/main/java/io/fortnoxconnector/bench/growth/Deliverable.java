package io.fortnoxconnector.bench.growth;

import java.util.PriorityQueue;
import java.util.SplittableRandom;

/** The groups of which SQS could deliver a message now. */
interface Deliverable {

  /**
   * Adds a company.
   *
   * @param place where in the queue its first message stands
   */
  void add(int company, int place);

  /** Takes one out. Only if there is one. */
  int next();

  boolean isEmpty();

  static Deliverable of(Settings.Picked picked, int companies) {
    return switch (picked) {
      case OLDEST -> new Oldest();
      case AT_RANDOM -> new AtRandom(new int[companies], new SplittableRandom(1));
    };
  }

  /** The group whose first message is the oldest. */
  final class Oldest implements Deliverable {
    /** Place and company in one number, so that ten million writes need no objects of their own. */
    private final PriorityQueue<Long> heads = new PriorityQueue<>();

    @Override
    public void add(int company, int place) {
      heads.add(((long) place << 32) | company);
    }

    @Override
    public int next() {
      return (int) (long) heads.remove();
    }

    @Override
    public boolean isEmpty() {
      return heads.isEmpty();
    }
  }

  /** Any. */
  final class AtRandom implements Deliverable {
    private final int[] companies;
    private final SplittableRandom random;
    private int size;

    AtRandom(int[] companies, SplittableRandom random) {
      this.companies = companies;
      this.random = random;
    }

    @Override
    public void add(int company, int place) {
      companies[size++] = company;
    }

    @Override
    public int next() {
      int chosen = random.nextInt(size);
      int company = companies[chosen];
      companies[chosen] = companies[--size];
      return company;
    }

    @Override
    public boolean isEmpty() {
      return size == 0;
    }
  }
}
