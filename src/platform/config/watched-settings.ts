/** The settings by which a process lets itself be watched: metrics, log, traces. */
import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUrl,
  Max,
  Min,
  MinLength,
} from 'class-validator';
import { trueOrFalse } from './written-values.js';

export class WatchedSettings {
  /** Where Prometheus reads what this process counts, on a port of its own; nothing is told without one. 0 takes any free one. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(65_535)
  metricsPort?: number;

  @IsString()
  @MinLength(1)
  metricsHost = '127.0.0.1';

  /** How the log is written: an object of JSON a line for machines, or text for people. */
  @IsOptional()
  @IsIn(['json', 'text'])
  logFormat?: 'json' | 'text';

  @IsIn(['error', 'warn', 'info', 'debug'])
  logLevel: 'error' | 'warn' | 'info' | 'debug' = 'info';

  /** Whether each request has an entry in the log; without it, in production only. */
  @IsOptional()
  @trueOrFalse()
  @IsBoolean({ message: 'must be true or false' })
  logRequests?: boolean;

  /** Where OpenTelemetry's collector takes traces by HTTP; without it none are made. */
  @IsOptional()
  @IsUrl({ require_tld: false, require_protocol: true, protocols: ['http', 'https'] })
  otelExporterOtlpEndpoint?: string;

  @IsIn(['otlp', 'none'])
  otelTracesExporter: 'otlp' | 'none' = 'otlp';

  @IsString()
  @MinLength(1)
  otelServiceName = 'broadsheet';

  /** The collector's address for traces; null where none are made. */
  get tracesUrl(): string | null {
    if (this.otelExporterOtlpEndpoint === undefined || this.otelTracesExporter === 'none') {
      return null;
    }
    return `${this.otelExporterOtlpEndpoint.replace(/\/+$/, '')}/v1/traces`;
  }
}
