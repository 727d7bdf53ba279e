package org.kith.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kith.workspace.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A council's own sign-in, by OpenID Connect: authorisation code with PKCE, state and nonce. It
 * says who somebody is to the council; whether they take part here is decided by {@link SignIn}.
 *
 * <p>What is under way is kept in memory for ten minutes and can be used once, by the browser that
 * began it. The log says that it failed and where, never what was sent.
 */
public final class Council {
  /** Where the council sends people back to. */
  public static final String BACK = "/sign-in/council/back";

  /** Holds the client's secret; without it the client is a public one. */
  public static final String SECRET = "KITH_OIDC_SECRET";

  static final Duration LASTS = Duration.ofMinutes(10);

  private static final Logger LOG = LoggerFactory.getLogger(Council.class);
  private static final Duration DISCOVERED_FOR = Duration.ofHours(1);
  private static final int TIMEOUT_MILLIS = 5_000;
  private static final int SKEW_SECONDS = 60;
  private static final int MOST_UNDER_WAY = 5_000;

  /**
   * Signatures that need a key of the council's; none that anybody who knows our secret can make.
   */
  private static final Set<JWSAlgorithm> SIGNED_WITH =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384);

  /**
   * Somebody goes to the council's page.
   *
   * @param address of that page
   * @param browser what makes the browser known when it comes back
   */
  public record Leaving(String address, String browser) {}

  /**
   * Somebody came back, and the council's word for who they are is good.
   *
   * @param next where they wanted to go
   * @param invitation token of the link they came with, or empty
   */
  public record Back(String issuer, String subject, String next, String invitation) {}

  private record UnderWay(
      String browserHash,
      URI back,
      Nonce nonce,
      CodeVerifier verifier,
      String next,
      String invitation,
      long until) {}

  private record Discovered(
      OIDCProviderMetadata metadata, IDTokenValidator validator, long until) {}

  private final Settings.SignIn settings;
  private final String secret;
  private final Clock clock;
  private final Map<String, UnderWay> underWay = new LinkedHashMap<>();
  private volatile Discovered discovered;

  private Council(Settings.SignIn settings, String secret, Clock clock) {
    this.settings = settings;
    this.secret = secret;
    this.clock = clock;
  }

  /**
   * The sign-in that a workspace's settings name.
   *
   * @param settings null for none
   * @param secret of the client, or null for a public client
   */
  public static Council of(Settings.SignIn settings, String secret, Clock clock) {
    return new Council(settings, secret, clock);
  }

  /** Whether there is one. */
  public boolean offered() {
    return settings != null;
  }

  /**
   * Begins.
   *
   * @param origin of this server, as the browser knows it
   * @param next where to go afterwards
   * @param invitation token of the link somebody came with, or empty
   * @return empty when the council's sign-in cannot be reached
   */
  public Optional<Leaving> leave(String origin, String next, String invitation) {
    try {
      OIDCProviderMetadata metadata = discovered().metadata();
      State state = new State(Secret.fresh());
      Nonce nonce = new Nonce(Secret.fresh());
      CodeVerifier verifier = new CodeVerifier();
      String browser = Secret.fresh();
      URI back = URI.create(origin + BACK);
      remember(
          state.getValue(),
          new UnderWay(
              Secret.hash(browser),
              back,
              nonce,
              verifier,
              next,
              invitation,
              clock.millis() + LASTS.toMillis()));
      URI address =
          new AuthenticationRequest.Builder(
                  ResponseType.CODE, new Scope("openid"), new ClientID(settings.clientId()), back)
              .endpointURI(metadata.getAuthorizationEndpointURI())
              .state(state)
              .nonce(nonce)
              .codeChallenge(verifier, CodeChallengeMethod.S256)
              .build()
              .toURI();
      return Optional.of(new Leaving(address.toString(), browser));
    } catch (GeneralException | IOException e) {
      LOG.warn("The council's sign-in at {} cannot be reached.", settings.issuer());
      return Optional.empty();
    }
  }

  private void remember(String state, UnderWay flow) {
    synchronized (underWay) {
      underWay.values().removeIf(f -> f.until() <= clock.millis());
      if (underWay.size() >= MOST_UNDER_WAY) {
        underWay.remove(underWay.keySet().iterator().next());
      }
      underWay.put(state, flow);
    }
  }

  /** Whatever comes of it, it can be asked for once. */
  private Optional<UnderWay> recall(State state, String browser) {
    if (state == null) {
      return Optional.empty();
    }
    synchronized (underWay) {
      return Optional.ofNullable(underWay.remove(state.getValue()))
          .filter(f -> f.until() > clock.millis())
          .filter(
              f ->
                  MessageDigest.isEqual(
                      f.browserHash().getBytes(StandardCharsets.US_ASCII),
                      Secret.hash(browser).getBytes(StandardCharsets.US_ASCII)));
    }
  }

  /**
   * Somebody comes back.
   *
   * @param query of the address they came back to
   * @param browser what makes the browser known, or empty
   * @return empty when anything about it is not as it must be
   */
  public Optional<Back> comeBack(String query, String browser) {
    if (settings == null || query == null) {
      return Optional.empty();
    }
    try {
      AuthenticationResponse response =
          AuthenticationResponseParser.parse(URI.create("http://here" + BACK + "?" + query));
      Optional<UnderWay> flow = recall(response.getState(), browser);
      if (flow.isEmpty() || !response.indicatesSuccess() || !fromIssuer(response)) {
        return refused("the answer does not belong to a sign-in under way");
      }
      IDTokenClaimsSet claims =
          claims(flow.get(), response.toSuccessResponse().getAuthorizationCode());
      return Optional.of(
          new Back(
              claims.getIssuer().getValue(),
              claims.getSubject().getValue(),
              flow.get().next(),
              flow.get().invitation()));
    } catch (BadJOSEException | JOSEException e) {
      return refused("its ID token is not good");
    } catch (GeneralException | IOException | IllegalArgumentException e) {
      return refused("the answer cannot be read, or the code was not taken");
    }
  }

  /** RFC 9207: an answer that names another issuer was meant for another conversation. */
  private boolean fromIssuer(AuthenticationResponse response) {
    return response.getIssuer() == null
        || response.getIssuer().getValue().equals(settings.issuer());
  }

  private IDTokenClaimsSet claims(UnderWay flow, AuthorizationCode code)
      throws GeneralException, IOException, BadJOSEException, JOSEException {
    if (code == null) {
      throw new GeneralException("There is no code.");
    }
    Discovered council = discovered();
    ClientID client = new ClientID(settings.clientId());
    AuthorizationCodeGrant grant = new AuthorizationCodeGrant(code, flow.back(), flow.verifier());
    URI endpoint = council.metadata().getTokenEndpointURI();
    TokenRequest.Builder request =
        secret == null || secret.isEmpty()
            ? new TokenRequest.Builder(endpoint, client, grant)
            : new TokenRequest.Builder(
                endpoint,
                new ClientSecretBasic(client, new com.nimbusds.oauth2.sdk.auth.Secret(secret)),
                grant);
    HTTPRequest http = request.build().toHTTPRequest();
    http.setConnectTimeout(TIMEOUT_MILLIS);
    http.setReadTimeout(TIMEOUT_MILLIS);
    http.setFollowRedirects(false);
    TokenResponse answer = OIDCTokenResponseParser.parse(http.send());
    if (!(answer instanceof OIDCTokenResponse good) || good.getOIDCTokens().getIDToken() == null) {
      throw new GeneralException("The code was not taken.");
    }
    return council.validator().validate(good.getOIDCTokens().getIDToken(), flow.nonce());
  }

  private Discovered discovered() throws GeneralException, IOException {
    Discovered known = discovered;
    if (known != null && known.until() > clock.millis()) {
      return known;
    }
    Issuer issuer = new Issuer(settings.issuer());
    OIDCProviderMetadata metadata =
        OIDCProviderMetadata.resolve(issuer, TIMEOUT_MILLIS, TIMEOUT_MILLIS);
    var keys = JWKSourceBuilder.<SecurityContext>create(metadata.getJWKSetURI().toURL()).build();
    IDTokenValidator validator =
        new IDTokenValidator(
            issuer,
            new ClientID(settings.clientId()),
            new JWSVerificationKeySelector<>(SIGNED_WITH, keys),
            null);
    validator.setMaxClockSkew(SKEW_SECONDS);
    known = new Discovered(metadata, validator, clock.millis() + DISCOVERED_FOR.toMillis());
    discovered = known;
    return known;
  }

  private static Optional<Back> refused(String why) {
    LOG.warn("A council's sign-in was refused: {}.", why);
    return Optional.empty();
  }
}
