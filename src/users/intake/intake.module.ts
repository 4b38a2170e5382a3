/** Accounts by the list. A module of its own: the readers' doors have no use for it. */
import { Module } from '@nestjs/common';
import { AccountIntake } from './account-intake.repository.js';

@Module({ providers: [AccountIntake], exports: [AccountIntake] })
export class IntakeModule {}
