/** Makes Jobs injectable everywhere, and the Worker for those who ask whether it works. */
import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { ForgetJobsJob } from './forget-jobs.job.js';
import { GivenUpJobRepository } from './given-up-job.repository.js';
import { JobMetrics } from './job.metrics.js';
import { Jobs } from './jobs.js';
import { Worker } from './worker.js';

@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [ForgetJobsJob, GivenUpJobRepository, JobMetrics, Jobs, Worker],
  exports: [Jobs, Worker],
})
export class JobsModule {}
