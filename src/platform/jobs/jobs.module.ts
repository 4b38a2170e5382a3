/** Makes Jobs injectable everywhere and runs the worker. */
import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Jobs } from './jobs.js';
import { Worker } from './worker.js';

@Global()
@Module({ imports: [DiscoveryModule], providers: [Jobs, Worker], exports: [Jobs] })
export class JobsModule {}
