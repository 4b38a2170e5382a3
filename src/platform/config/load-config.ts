/** Reads the environment into a Config, and says everything that is wrong with it at once. */
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { PublicationError, loadPublication } from '../publication/load-publication.js';
import { Config, leastPasswordMemory } from './config.js';

/** What production demands by name, because a default would be a guess or a danger. */
const demandedInProduction = [
  'DATABASE_URL',
  'JWT_SECRET',
  'STRIPE_SECRET_KEY',
  'STRIPE_WEBHOOK_SECRETS',
  'SMTP_URL',
  'PUBLIC_URL',
];

const propertyNames = [
  'nodeEnv',
  'port',
  'host',
  'publicUrl',
  'publicationDir',
  'dataDir',
  'databaseUrl',
  'databaseDirectUrl',
  'databaseReplicaUrl',
  'databasePoolSize',
  'jwtSecret',
  'jwtSecretPrevious',
  'accessTokenTtl',
  'refreshTokenTtl',
  'passwordMemory',
  'stripeSecretKey',
  'stripeApiBase',
  'stripeRequestsPerSecond',
  'stripeWebhookSecrets',
  'stripeAutomaticTax',
  'termsUrl',
  'termsVersion',
  'smtpUrl',
  'mailFrom',
  'graceDays',
  'meterAnonymous',
  'meterRegistered',
  'meterWindow',
  'trustProxy',
  'crawlerLists',
  'dnsServers',
  'purgeUrl',
  'purgeSecret',
  'secondFactor',
  'limitsFactor',
  'corsOrigins',
  'apiDocs',
  'hstsSubdomains',
  'drainSeconds',
  'metricsPort',
  'metricsHost',
  'logFormat',
  'logLevel',
  'logRequests',
  'otelExporterOtlpEndpoint',
  'otelTracesExporter',
  'otelServiceName',
  'seed',
] as const satisfies readonly (keyof Config)[];

const variableOf = (property: string): string =>
  property.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();

/** Every variable the app reads, in the order of the example file. */
export const configVariables: readonly string[] = propertyNames.map(variableOf);

export class ConfigError extends Error {
  override name = 'ConfigError';
}

/**
 * Reads the environment into a Config.
 * @throws ConfigError naming every missing and every wrong variable in one message
 */
export function loadConfig(environment: Record<string, string | undefined>): Config {
  const given: Record<string, string> = {};
  for (const property of propertyNames) {
    const value = environment[variableOf(property)];
    if (value !== undefined && value !== '') given[property] = value;
  }
  const config = plainToInstance(Config, given, { exposeDefaultValues: true });
  config.publicUrl = config.publicUrl.replace(/\/+$/, '');
  const complaints = new Map<string, string>();
  for (const { property, constraints } of validateSync(config)) {
    const missing = given[property] === undefined;
    const says = Object.values(constraints ?? {})[0] ?? 'is not valid';
    complaints.set(
      variableOf(property),
      missing ? 'is missing' : says.replace(new RegExp(`^${property} `), ''),
    );
  }
  if (config.isProduction) {
    for (const name of demandedInProduction) {
      if (!environment[name]) complaints.set(name, 'is missing');
    }
    if (config.passwordMemory < leastPasswordMemory) {
      complaints.set('PASSWORD_MEMORY', `must be at least ${leastPasswordMemory} in production`);
    }
  }
  try {
    config.publication = loadPublication(config.publicationDir);
  } catch (error) {
    if (!(error instanceof PublicationError)) throw error;
    complaints.set('PUBLICATION_DIR', `is not as it should be:\n${indented(error.complaints)}`);
  }
  if (complaints.size > 0) {
    const lines = [...complaints].map(([name, says]) => `  ${name} ${says}`);
    throw new ConfigError(
      `Broadsheet cannot start, because its environment is not complete:\n${lines.join('\n')}\n` +
        'Each variable is explained in .env.example.',
    );
  }
  return config;
}

const indented = (lines: readonly string[]): string =>
  lines.map((line) => `    ${line}`).join('\n');
