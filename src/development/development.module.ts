/** The development room; the application leaves it out in production. */
import { Module } from '@nestjs/common';
import { DevelopmentController } from './development.controller.js';
import { Settled } from './settled.js';
import { SimulatorClock } from './simulator-clock.js';

@Module({
  controllers: [DevelopmentController],
  providers: [SimulatorClock, Settled],
})
export class DevelopmentModule {}
