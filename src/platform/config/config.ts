/** Every setting Broadsheet takes from its environment: what it means, and what it may be. */
import 'reflect-metadata';
import { Type } from 'class-transformer';
import {
  ArrayNotEmpty,
  IsArray,
  IsBoolean,
  IsByteLength,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  IsUrl,
  Length,
  Matches,
  Max,
  Min,
  MinLength,
  ValidateIf,
} from 'class-validator';
import type { Publication } from '../publication/publication.js';
import { AreNameServers } from './name-servers.js';
import { AreTrustedProxies } from './trusted-proxies.js';
import { WatchedSettings } from './watched-settings.js';
import { commaSeparated, trueOrFalse } from './written-values.js';

const namesTerms = ({ termsUrl, termsVersion }: Config): boolean =>
  termsUrl !== undefined || termsVersion !== undefined;

const namesPurgeHook = ({ purgeUrl, purgeSecret }: Config): boolean =>
  purgeUrl !== undefined || purgeSecret !== undefined;

/** KiB: what OWASP recommends for argon2id at two passes. */
export const leastPasswordMemory = 19_456;

/** A property's variable is its name in capitals: `publicUrl` is read from `PUBLIC_URL`. */
export class Config extends WatchedSettings {
  @IsIn(['development', 'test', 'production'])
  nodeEnv: 'development' | 'test' | 'production' = 'development';

  /** TCP port to listen on; 0 takes any free one. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(65_535)
  port = 3000;

  @IsString()
  @MinLength(1)
  host = '127.0.0.1';

  /** Where readers reach the site; every mailed link and redirect starts with it. */
  @IsUrl({ require_tld: false, require_protocol: true, protocols: ['http', 'https'] })
  publicUrl = 'http://localhost:3000';

  /** The folder with `publication.json`: name, language, logo, colours and fonts. */
  @IsString()
  @MinLength(1)
  publicationDir = 'publication';

  /** What stands in that folder's `publication.json`; no variable of its own. */
  declare publication: Publication;

  /** Development only: generated secrets, the clock's offset, the mailbox. */
  @IsString()
  @MinLength(1)
  dataDir = '.data';

  @Matches(/^postgres(ql)?:\/\//, { message: 'must be a postgresql:// URL' })
  databaseUrl: string;

  /** The way past a transaction pooler, for jobs and migrations; set only when databaseUrl leads through one. */
  @IsOptional()
  @Matches(/^postgres(ql)?:\/\//, { message: 'must be a postgresql:// URL' })
  databaseDirectUrl?: string;

  /** A streaming replica, one server of the same cluster: what everybody may see is read there while it keeps up. */
  @IsOptional()
  @Matches(/^postgres(ql)?:\/\//, { message: 'must be a postgresql:// URL' })
  databaseReplicaUrl?: string;

  @Type(() => Number)
  @IsInt()
  @Min(2)
  @Max(200)
  databasePoolSize = 10;

  @IsByteLength(32, undefined, { message: 'must be at least 32 bytes long' })
  jwtSecret: string;

  /** Secrets that were JWT_SECRET before, or are about to be: what they closed is still opened, and nothing is closed with them. */
  @commaSeparated()
  @IsArray()
  @IsByteLength(32, undefined, { each: true, message: 'must hold secrets of 32 bytes or more' })
  jwtSecretPrevious: string[] = [];

  /** Seconds. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  accessTokenTtl = 900;

  /** Seconds. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  refreshTokenTtl = 30 * 24 * 60 * 60;

  /** KiB of memory that hashing one password takes; production takes no less than the default. */
  @Type(() => Number)
  @IsInt()
  @Min(8)
  @Max(4_194_304)
  passwordMemory = leastPasswordMemory;

  @Matches(/^(sk|rk)_/, { message: 'must be a secret key, sk_… or rk_…' })
  stripeSecretKey: string;

  /** Set to talk to something other than Stripe itself, like `http://127.0.0.1:12111`. */
  @IsOptional()
  @IsUrl({ require_tld: false, require_protocol: true, protocols: ['http', 'https'] })
  stripeApiBase?: string;

  /** How many requests to Stripe begin in a second at most; without it, what Stripe documents for the key's mode. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(10_000)
  stripeRequestsPerSecond?: number;

  /** Any one of them may have signed a webhook, so that a secret can be rolled. */
  @commaSeparated()
  @IsArray()
  @ArrayNotEmpty({ message: 'must name at least one secret' })
  @Matches(/^whsec_/, { each: true, message: 'must be webhook secrets, whsec_…, comma-separated' })
  @MinLength(1, { each: true })
  stripeWebhookSecrets: string[];

  /** Has Stripe reckon tax by the buyer's address; Stripe Tax must be set up in the account. */
  @trueOrFalse()
  @IsBoolean({ message: 'must be true or false' })
  stripeAutomaticTax = false;

  /** What a buyer agrees to, and which version of it: both, or no terms at all. */
  @ValidateIf(namesTerms)
  @IsUrl({ require_tld: false, require_protocol: true, protocols: ['http', 'https'] })
  termsUrl?: string;

  @ValidateIf(namesTerms)
  @IsString()
  @Length(1, 100)
  termsVersion?: string;

  /** Without it, mail goes to the development mailbox. */
  @IsOptional()
  @Matches(/^smtps?:\/\//, { message: 'must be an smtp:// or smtps:// URL' })
  smtpUrl?: string;

  @IsString()
  @MinLength(3)
  mailFrom = 'Broadsheet <mail@localhost>';

  /** How many days a membership still reads after its first failed payment. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(90)
  graceDays = 7;

  /** The first values of the site's meter; admins change them afterwards. A stranger with none signs in first. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(1000)
  meterAnonymous = 0;

  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(1000)
  meterRegistered = 3;

  @IsIn(['calendar-month', 'rolling-days'])
  meterWindow: 'calendar-month' | 'rolling-days' = 'calendar-month';

  /** Addresses of trusted proxies; only they may say the client's address. */
  @commaSeparated()
  @AreTrustedProxies()
  trustProxy: string[] = [];

  /** A folder with the lists of addresses that search engines publish, `googlebot.json` and the like; read at start. */
  @IsOptional()
  @IsString()
  @MinLength(1)
  crawlerLists?: string;

  /** Name servers that prove search engines; without any, the system's own. */
  @commaSeparated()
  @AreNameServers()
  dnsServers: string[] = [];

  /** Whom to tell what a cache in front of us must forget, and what the telling is signed with: both, or nobody is told. */
  @ValidateIf(namesPurgeHook)
  @IsUrl({
    require_tld: false,
    require_protocol: true,
    protocols: ['http', 'https'],
    disallow_auth: true,
  })
  purgeUrl?: string;

  @ValidateIf(namesPurgeHook)
  @IsByteLength(32, undefined, { message: 'must be at least 32 bytes long' })
  purgeSecret?: string;

  /** Whether admins sign in with a second factor; without it, they must in production. */
  @IsOptional()
  @IsIn(['required', 'optional'])
  secondFactor?: 'required' | 'optional';

  /** Multiplies how often things may be done before somebody has to wait; for a town behind one address. */
  @Type(() => Number)
  @IsNumber()
  @Min(0.1)
  @Max(100_000)
  limitsFactor = 1;

  /** Origins of other sites whose pages may call the API, like `https://app.paper.example`. */
  @commaSeparated()
  @IsArray()
  @Matches(/^https?:\/\/[^/?#@\s*]+$/, { each: true, message: 'must be origins, https://host' })
  corsOrigins: string[] = [];

  /** Serves the API's description under `/api/docs`; without it, outside of production only. */
  @IsOptional()
  @trueOrFalse()
  @IsBoolean({ message: 'must be true or false' })
  apiDocs?: boolean;

  /** Has browsers come by https to every host below ours, too: only where all of them speak it. */
  @trueOrFalse()
  @IsBoolean({ message: 'must be true or false' })
  hstsSubdomains = false;

  /** Seconds between the order to end and the last request taken; without it 5 in production, none elsewhere. */
  @IsOptional()
  @Type(() => Number)
  @IsNumber()
  @Min(0)
  @Max(300)
  drainSeconds?: number;

  @IsIn(['town', 'none'])
  seed: 'town' | 'none' = 'town';

  get isProduction(): boolean {
    return this.nodeEnv === 'production';
  }

  /** Which of Stripe's two worlds the key opens; null where it does not say. */
  get stripeMode(): 'live' | 'test' | null {
    const [, mode] = /^(?:sk|rk)_(live|test)_/.exec(this.stripeSecretKey) ?? [];
    return mode === 'live' || mode === 'test' ? mode : null;
  }

  get demandsSecondFactor(): boolean {
    return (this.secondFactor ?? (this.isProduction ? 'required' : 'optional')) === 'required';
  }

  get secondsToDrain(): number {
    return this.drainSeconds ?? (this.isProduction ? 5 : 0);
  }

  get logsAsJson(): boolean {
    return (this.logFormat ?? (this.isProduction ? 'json' : 'text')) === 'json';
  }

  get logsRequests(): boolean {
    return this.logRequests ?? this.isProduction;
  }

  get servesApiDocs(): boolean {
    return this.apiDocs ?? !this.isProduction;
  }

  get isHttps(): boolean {
    return this.publicUrl.startsWith('https://');
  }
}
