/** The headers that tell browsers what our answers may do: nothing, unless it is named here. */
import type { FastifyHelmetOptions } from '@fastify/helmet';
import type { Config } from '../config/config.js';

export function securityHeaders(config: Config): FastifyHelmetOptions {
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
        'style-src': ["'self'"],
        'img-src': ["'self'", 'https:', 'data:'],
        'font-src': ["'self'"],
        'form-action': ["'self'", ...stripe],
        'base-uri': ["'none'"],
        'frame-ancestors': ["'none'"],
      },
    },
    strictTransportSecurity: config.isHttps
      ? { maxAge: 365 * 24 * 60 * 60, includeSubDomains: false }
      : false,
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    crossOriginEmbedderPolicy: false,
  };
}

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
