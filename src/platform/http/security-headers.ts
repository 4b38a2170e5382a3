/** The headers that tell browsers what our answers may do: nothing, unless it is named here. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import helmet, { type HelmetOptions } from 'helmet';
import type { Config } from '../config/config.js';

/** Seconds. */
const aYear = 365 * 24 * 60 * 60;

function helmetOptions(config: Config): HelmetOptions {
  // A form that redirects to Stripe's pages needs their origin here: browsers judge the redirect, too.
  const stripe =
    config.stripeApiBase === undefined
      ? ['https://checkout.stripe.com', 'https://billing.stripe.com']
      : ['http://localhost:*', 'http://127.0.0.1:*'];
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'object-src': ["'none'"],
        'style-src': ["'self'"],
        'img-src': ["'self'", 'https:', 'data:'],
        'font-src': ["'self'"],
        'form-action': ["'self'", ...stripe],
        'base-uri': ["'none'"],
        'frame-ancestors': ["'none'"],
      },
    },
    strictTransportSecurity: config.isHttps
      ? { maxAge: aYear, includeSubDomains: config.hstsSubdomains }
      : false,
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    xFrameOptions: { action: 'deny' },
    crossOriginEmbedderPolicy: false,
  };
}

/** What pages run, ask and keep: scripts that come from here as files of their own, and nothing written into a page. */
const ownScripts = ["script-src 'self'", "connect-src 'self'", "worker-src 'self'"].join(';');

/** A service worker is held to what its own file came with. */
const mayRun = /^text\/(html|javascript)\b/;

/** Pages run our own scripts. Any other answer runs none, and a policy that speaks of scripts itself stays as it is. */
export function letPagesRunOwnScripts(server: FastifyInstance): void {
  server.addHook('onSend', (_request, reply, _payload, done) => {
    const policy = reply.getHeader('content-security-policy');
    const isPage = mayRun.test(String(reply.getHeader('content-type') ?? ''));
    if (isPage && typeof policy === 'string' && !policy.includes('script-src')) {
      void reply.header('content-security-policy', `${policy};${ownScripts}`);
    }
    done();
  });
}

/** What no page of ours asks a browser for, and nothing shown in one may; passkeys are for our own pages alone. */
const features = [
  ...['camera', 'geolocation', 'microphone', 'payment', 'usb'].map((feature) => `${feature}=()`),
  'publickey-credentials-create=(self)',
  'publickey-credentials-get=(self)',
].join(', ');

/** What helmet sets is the same for every answer: it is asked once, and not at each request. */
function securityHeaders(config: Config): Record<string, string> {
  const headers: Record<string, string> = {};
  const response = {
    setHeader: (name: string, value: string) => (headers[name.toLowerCase()] = value),
    removeHeader: () => undefined,
  };
  helmet(helmetOptions(config))(
    {} as IncomingMessage,
    response as unknown as ServerResponse,
    (error?: unknown) => {
      if (error instanceof Error) throw error;
    },
  );
  // Helmet has no word for it.
  return { ...headers, 'permissions-policy': features };
}

export function sendSecurityHeaders(server: FastifyInstance, config: Config): void {
  const headers = securityHeaders(config);
  server.addHook('onRequest', (_request, reply, done) => {
    void reply.headers(headers);
    done();
  });
}

/** For what is refused before any hook is asked: problem details, which no browser shows. */
export function headersOfEarlyRefusals(config: Config): Record<string, string> {
  return {
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'permissions-policy': features,
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    ...(config.isHttps ? { 'strict-transport-security': httpsOnly(config) } : {}),
  };
}

/** In the words of helmet: the last answer counts, and one without the hosts below would let them go again. */
const httpsOnly = ({ hstsSubdomains }: Config): string =>
  `max-age=${aYear}${hstsSubdomains ? '; includeSubDomains' : ''}`;

/** For the page that shows the API in development: it is a script, and styles itself. */
export const apiDocsPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');
