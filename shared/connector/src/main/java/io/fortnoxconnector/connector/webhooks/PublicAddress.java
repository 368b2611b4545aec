package io.fortnoxconnector.connector.webhooks;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Which addresses are of the public Internet: what IANA's registries of special-purpose addresses
 * (RFC 6890) don't name. Of IPv6, only 2000::/3 is given out at all; what carries an IPv4 address
 * (6to4, Teredo, NAT64, mapped) isn't taken, since that may be any.
 */
final class PublicAddress {

  /** A range, by its first address and the bits that all of it have in common. */
  private record Range(InetAddress first, int bits) {

    static Range of(String text) {
      String[] parts = text.split("/", 2);
      return new Range(InetAddress.ofLiteral(parts[0]), Integer.parseInt(parts[1]));
    }

    boolean has(byte[] address) {
      byte[] begin = first.getAddress();
      if (address.length != begin.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % 8);
        if ((address[bit / 8] & mask) != (begin[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }

  private static final List<Range> NOT_PUBLIC =
      List.of(
              "0.0.0.0/8",
              "10.0.0.0/8",
              "100.64.0.0/10",
              "127.0.0.0/8",
              "169.254.0.0/16",
              "172.16.0.0/12",
              "192.0.0.0/24",
              "192.0.2.0/24",
              "192.88.99.0/24",
              "192.168.0.0/16",
              "198.18.0.0/15",
              "198.51.100.0/24",
              "203.0.113.0/24",
              "224.0.0.0/4",
              "240.0.0.0/4",
              "2001::/23",
              "2001:db8::/32",
              "2002::/16",
              "3fff::/20")
          .stream()
          .map(Range::of)
          .toList();

  private static final Range GIVEN_OUT = Range.of("2000::/3");

  private PublicAddress() {}

  static boolean is(InetAddress address) {
    byte[] bytes = plain(address.getAddress());
    return (bytes.length == 4 || GIVEN_OUT.has(bytes))
        && NOT_PUBLIC.stream().noneMatch(range -> range.has(bytes));
  }

  /** Java makes an {@link Inet4Address} of a mapped one by itself; other code may not. */
  private static byte[] plain(byte[] bytes) {
    if (bytes.length == 4) {
      return bytes;
    }
    ByteBuffer parts = ByteBuffer.wrap(bytes);
    return parts.getLong() == 0 && parts.getInt() == 0xffff
        ? ByteBuffer.allocate(4).putInt(parts.getInt()).array()
        : bytes;
  }
}
