/** Makes the process's traces known to whoever starts it. */
import { Global, Module } from '@nestjs/common';
import { Traces } from './traces.js';

@Global()
@Module({ providers: [Traces] })
export class TelemetryModule {}
