/** What a look at a process is told. */
import { ApiProperty } from '@nestjs/swagger';
import type { HealthCheckResult } from '@nestjs/terminus';

const states = ['up', 'degraded', 'down'] as const;
type State = (typeof states)[number];

export class HealthView {
  @ApiProperty({ enum: ['ok'] })
  status: 'ok';
}

export class ReadinessView {
  /** `degraded` where it serves, and something is not as it should be. */
  @ApiProperty({ enum: ['ok', 'degraded'] })
  status: 'ok' | 'degraded';

  /** How each thing stands that serving needs. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string', enum: [...states] } })
  checks: Record<string, State>;
}

export const presentChecks = ({ details }: HealthCheckResult): Record<string, State> =>
  Object.fromEntries(Object.entries(details).map(([name, { status }]) => [name, status]));
