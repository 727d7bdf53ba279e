package org.kith.access;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;

/**
 * Where people find the server.
 *
 * <p>Kith speaks plain HTTP. Away from this machine it stands behind something that speaks TLS for
 * it, and is told by which address people come; it then believes that neighbour, and nobody else,
 * about who is asking.
 *
 * @param origin such as {@code https://kith.example.org}, in lower case, or empty on this machine
 */
public record Site(String origin) {
  /** This machine only, whatever the port. */
  public static final Site THIS_MACHINE = new Site("");

  private static final String RIGHT = "https?://[a-z0-9.-]+(:[0-9]{1,5})?";

  public Site {
    if (!origin.isEmpty() && !origin.matches(RIGHT)) {
      throw new IllegalArgumentException(
          "The address must look like https://kith.example.org, without a path, not '"
              + origin
              + "'.");
    }
  }

  /**
   * The address people come by.
   *
   * @throws IllegalArgumentException if it is not an address, or is not TLS though it leaves this
   *     machine
   */
  public static Site of(String address) {
    Site site = new Site(address.strip().replaceAll("/+$", "").toLowerCase(Locale.ROOT));
    if (!site.secure() && !site.local()) {
      throw new IllegalArgumentException(
          "Passphrases and reflections must not cross a network unencrypted. Put a server that"
              + " speaks TLS in front, and give its address: https://"
              + site.host()
              + ".");
    }
    return site;
  }

  /** Whether browsers come by TLS. */
  public boolean secure() {
    return origin.startsWith("https://");
  }

  /** The name in the address, or empty on this machine. */
  public String host() {
    return origin.isEmpty() ? "" : URI.create(origin).getHost();
  }

  private boolean local() {
    String host = host();
    return host.isEmpty() || host.equals("localhost") || host.startsWith("127.");
  }

  /** Where a page of this server comes from, as browsers say it. */
  public String origin(Context ctx) {
    return origin.isEmpty() ? ctx.scheme() + "://" + ctx.host() : origin;
  }

  /**
   * The network address that asks. A neighbour that speaks TLS for this server adds it at the end
   * of a header; what stands before that anybody could have written.
   */
  public String client(Context ctx) {
    String peer = ctx.req().getRemoteAddr();
    if (!secure() || !neighbour(peer)) {
      return peer;
    }
    return Optional.ofNullable(ctx.header("X-Forwarded-For"))
        .map(all -> all.substring(all.lastIndexOf(',') + 1).strip())
        .filter(last -> last.matches("[0-9a-fA-F.:]{2,45}"))
        .orElse(peer);
  }

  private static boolean neighbour(String peer) {
    try {
      // An address in digits is not looked up anywhere.
      InetAddress address = InetAddress.getByName(peer);
      return address.isLoopbackAddress() || address.isSiteLocalAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
