/** Makes Purges injectable everywhere. */
import { Global, Module } from '@nestjs/common';
import { PurgeCacheJob } from './purge-cache.job.js';
import { Purges } from './purges.js';

@Global()
@Module({ providers: [Purges, PurgeCacheJob], exports: [Purges] })
export class EdgeModule {}
