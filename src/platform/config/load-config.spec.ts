import { describe, expect, it } from 'vitest';
import { Config } from './config.js';
import { ConfigError, configVariables, loadConfig } from './load-config.js';

const secret = 'a-secret-of-exactly-32-bytes-ok!';

/** The least that any environment has to say. */
const least = {
  DATABASE_URL: 'postgresql://localhost/broadsheet',
  JWT_SECRET: secret,
  STRIPE_SECRET_KEY: 'sk_test_1',
  STRIPE_WEBHOOK_SECRETS: 'whsec_1',
};

const production = {
  ...least,
  NODE_ENV: 'production',
  SMTP_URL: 'smtp://mail.example.com:587',
  PUBLIC_URL: 'https://broadsheet.example.com',
};

/** What a person reads when the environment is refused. */
function complaintOf(environment: Record<string, string | undefined>): string {
  try {
    loadConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return 'nothing to complain about';
}

describe('Somebody sets Broadsheet up', () => {
  it('and saves no memory on passwords where they are real', () => {
    const cheap = { PASSWORD_MEMORY: '256' };
    expect(loadConfig({ ...least, ...cheap }).passwordMemory).toBe(256);
    expect(loadConfig(production).passwordMemory).toBe(19_456);
    expect(complaintOf({ ...production, ...cheap })).toContain(
      'PASSWORD_MEMORY must be at least 19456 in production',
    );
  });

  it('and is told every missing and every wrong variable in one message', () => {
    const message = complaintOf({
      PORT: 'harbour',
      PUBLIC_URL: 'not a url',
      JWT_SECRET: 'short',
      STRIPE_SECRET_KEY: 'pk_live_publishable',
      GRACE_DAYS: '-1',
      METER_WINDOW: 'fortnight',
      SEED: 'village',
    });
    for (const name of [
      ...['PORT', 'PUBLIC_URL', 'DATABASE_URL', 'JWT_SECRET', 'STRIPE_SECRET_KEY'],
      ...['STRIPE_WEBHOOK_SECRETS', 'GRACE_DAYS', 'METER_WINDOW', 'SEED'],
    ]) {
      expect(message).toMatch(new RegExp(`^  ${name} (is|must) `, 'm'));
    }
    expect(message).toContain('DATABASE_URL is missing');
    expect(message).not.toContain('HOST');
    expect(message).not.toContain('MAIL_FROM');
  });

  it('and no message repeats a secret that was refused', () => {
    const message = complaintOf({
      JWT_SECRET: 'hunter2',
      STRIPE_SECRET_KEY: 'hunter3',
      STRIPE_WEBHOOK_SECRETS: 'hunter4',
      SMTP_URL: 'hunter5',
      DATABASE_URL: 'hunter6',
    });
    expect(message).not.toContain('hunter');
  });

  it('and an empty variable counts as one that was not set', () => {
    expect(complaintOf({ ...least, JWT_SECRET: '' })).toContain('JWT_SECRET is missing');
    expect(loadConfig({ ...least, PORT: '' }).port).toBe(3000);
  });

  it('and gets the documented defaults for what was not said', () => {
    expect(loadConfig(least)).toMatchObject({
      nodeEnv: 'development',
      port: 3000,
      host: '127.0.0.1',
      publicUrl: 'http://localhost:3000',
      dataDir: '.data',
      databaseDirectUrl: undefined,
      databasePoolSize: 10,
      accessTokenTtl: 900,
      refreshTokenTtl: 2_592_000,
      stripeApiBase: undefined,
      smtpUrl: undefined,
      graceDays: 7,
      meterAnonymous: 0,
      meterRegistered: 3,
      meterWindow: 'calendar-month',
      trustProxy: [],
      crawlerLists: undefined,
      dnsServers: [],
      seed: 'town',
      isProduction: false,
      isHttps: false,
    });
  });

  it('and numbers arrive as numbers', () => {
    const config = loadConfig({ ...least, PORT: '0', ACCESS_TOKEN_TTL: '60', GRACE_DAYS: '0' });
    expect(config).toMatchObject({ port: 0, accessTokenTtl: 60, graceDays: 0 });
  });

  it.each([
    ['PORT', '65536'],
    ['PORT', '3000.5'],
    ['PORT', '3000 or so'],
    ['DATABASE_POOL_SIZE', '1'],
    ['ACCESS_TOKEN_TTL', '0'],
    ['REFRESH_TOKEN_TTL', '30d'],
    ['METER_REGISTERED', '-3'],
    ['NODE_ENV', 'prod'],
    ['DATABASE_URL', 'mysql://localhost/broadsheet'],
    ['DATABASE_DIRECT_URL', 'localhost:5432'],
    ['PUBLIC_URL', 'ftp://example.com'],
    ['PUBLIC_URL', 'example.com'],
    ['STRIPE_API_BASE', '127.0.0.1:12111'],
    ['SMTP_URL', 'mail.example.com:587'],
  ])('and %s=%s is refused by its name alone', (name, value) => {
    const message = complaintOf({ ...least, [name]: value });
    expect(message).toMatch(new RegExp(`^  ${name} must `, 'm'));
    expect(message.split('\n')).toHaveLength(3);
  });

  it('and lists are taken apart at their commas', () => {
    const config = loadConfig({
      ...least,
      STRIPE_WEBHOOK_SECRETS: ' whsec_new , whsec_old,',
      TRUST_PROXY: '10.0.0.1,10.0.0.2',
    });
    expect(config.stripeWebhookSecrets).toEqual(['whsec_new', 'whsec_old']);
    expect(config.trustProxy).toEqual(['10.0.0.1', '10.0.0.2']);
  });

  it.each([
    '10.0.0.1',
    '10.0.0.0/8, 2001:db8::/32',
    '::1',
    '192.168.1.0/32',
    'loopback,linklocal,uniquelocal',
  ])('and proxies may be given as %s', (proxies) => {
    expect(loadConfig({ ...least, TRUST_PROXY: proxies }).trustProxy).not.toHaveLength(0);
  });

  it.each([
    ['10.0.0.1, proxy.example.com', 'proxy.example.com'],
    ['true', 'true'],
    ['10.0.0.256', '10.0.0.256'],
    ['10.0.0', '10.0.0'],
    ['10.0.0.0/33', '10.0.0.0/33'],
    ['0.0.0.0/0', '0.0.0.0/0'],
    ['10.0.0.0/', '10.0.0.0/'],
    ['10.0.0.0/8/8', '10.0.0.0/8/8'],
    ['2001:db8::/129', '2001:db8::/129'],
    ['loopback,private', 'private'],
  ])('and of the proxies %s the wrong one is named', (proxies, wrong) => {
    const message = complaintOf({ ...least, TRUST_PROXY: proxies });
    expect(message).toMatch(/^ {2}TRUST_PROXY must /m);
    expect(message).toContain(`"${wrong}"`);
    expect(message.split('\n')).toHaveLength(3);
  });

  it.each(['192.0.2.53', '192.0.2.53:5353, 2001:db8::53', '[2001:db8::53]:53'])(
    'and name servers may be given as %s',
    (servers) => {
      expect(loadConfig({ ...least, DNS_SERVERS: servers }).dnsServers).not.toHaveLength(0);
    },
  );

  it.each(['dns.example.com', '192.0.2.53:0', '192.0.2.53:65536', '192.0.2', '[192.0.2.53]:53'])(
    'and %s is no name server',
    (servers) => {
      expect(complaintOf({ ...least, DNS_SERVERS: servers })).toContain('DNS_SERVERS must hold');
    },
  );

  it.each(['whsec_new,not-a-secret', ',', ' '])(
    'and webhook secrets of %j are refused, every one of them counts',
    (secrets) => {
      expect(complaintOf({ ...least, STRIPE_WEBHOOK_SECRETS: secrets })).toContain(
        'STRIPE_WEBHOOK_SECRETS must',
      );
    },
  );

  it.each([
    ['TERMS_VERSION', { TERMS_URL: 'https://town.test/terms' }],
    ['TERMS_URL', { TERMS_VERSION: '2026-11' }],
  ])('and terms without %s are refused: both, or none', (name, half) => {
    expect(complaintOf({ ...least, ...half })).toContain(`${name} is missing`);
    expect(loadConfig(least)).toMatchObject({ termsUrl: undefined, termsVersion: undefined });
  });

  it.each([
    ['PURGE_SECRET', { PURGE_URL: 'https://edge.test/purge' }],
    ['PURGE_URL', { PURGE_SECRET: 'thirty-two bytes that nobody knows' }],
  ])('and a purge hook without %s is refused: both, or none', (name, half) => {
    expect(complaintOf({ ...least, ...half })).toContain(`${name} is missing`);
    expect(loadConfig(least)).toMatchObject({ purgeUrl: undefined, purgeSecret: undefined });
  });

  it('and a purge hook has a secret that is one, and an address that tells none', () => {
    const hook = { PURGE_URL: 'https://edge.test/purge', PURGE_SECRET: 'too short' };
    expect(complaintOf({ ...least, ...hook })).toContain('PURGE_SECRET must be at least 32 bytes');
    const named = { ...hook, PURGE_URL: 'https://name:word@edge.test/purge' };
    expect(complaintOf({ ...least, ...named })).toContain('PURGE_URL must be');
  });

  it('and tax is switched by a word', () => {
    expect(loadConfig(least).stripeAutomaticTax).toBe(false);
    for (const [word, is] of [
      ['true', true],
      ['false', false],
    ] as const) {
      expect(loadConfig({ ...least, STRIPE_AUTOMATIC_TAX: word }).stripeAutomaticTax).toBe(is);
    }
    expect(complaintOf({ ...least, STRIPE_AUTOMATIC_TAX: 'yes' })).toContain(
      'STRIPE_AUTOMATIC_TAX must be true or false',
    );
  });

  it('and mailed links never get two slashes from a public URL that ends in one', () => {
    expect(loadConfig({ ...least, PUBLIC_URL: 'https://example.com/' }).publicUrl).toBe(
      'https://example.com',
    );
  });

  it('and what is in the environment for others is left alone', () => {
    expect(loadConfig({ ...least, PATH: '/bin', HOME: '/root' })).not.toHaveProperty('path');
  });
});

describe('A secret that signs tokens', () => {
  it.each([
    ['31 letters', 'x'.repeat(31)],
    ['15 letters of two bytes each', 'é'.repeat(15)],
  ])('of %s is refused', (_, jwtSecret) => {
    expect(complaintOf({ ...least, JWT_SECRET: jwtSecret })).toContain(
      'JWT_SECRET must be at least 32 bytes long',
    );
  });

  it.each([
    ['32 letters', 'x'.repeat(32)],
    ['16 letters of two bytes each', 'é'.repeat(16)],
    ['8 letters of four bytes each', '𝔟'.repeat(8)],
    ['several lines', 'line of a key\n'.repeat(3)],
  ])('of %s is long enough', (_, jwtSecret) => {
    expect(loadConfig({ ...least, JWT_SECRET: jwtSecret }).jwtSecret).toBe(jwtSecret);
  });
});

describe('A production process', () => {
  it('refuses to start with nothing, and names everything it demands', () => {
    const message = complaintOf({ NODE_ENV: 'production' });
    for (const name of [
      ...['DATABASE_URL', 'JWT_SECRET', 'STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRETS'],
      ...['SMTP_URL', 'PUBLIC_URL'],
    ]) {
      expect(message).toContain(`${name} is missing`);
    }
  });

  it.each(['SMTP_URL', 'PUBLIC_URL'])('never falls back to a default %s', (name) => {
    const message = complaintOf({ ...production, [name]: undefined });
    expect(message).toContain(`${name} is missing`);
    expect(message.split('\n')).toHaveLength(3);
  });

  it('starts with what it demands', () => {
    expect(loadConfig(production)).toMatchObject({ isProduction: true, isHttps: true });
  });
});

describe('The list of variables', () => {
  it('names each once, and every property of the configuration', () => {
    expect(new Set(configVariables).size).toBe(configVariables.length);
    // What the publication is stands in a file of its own.
    const { publication: _, ...settings } = loadConfig({ ...production, ...least });
    const properties = Object.keys(settings).map((property) =>
      property.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase(),
    );
    expect(configVariables).toEqual(expect.arrayContaining(properties));
    expect(loadConfig(least)).toBeInstanceOf(Config);
  });
});
