/** What staff know and note of an account. A module of its own: the readers' doors have no use for it. */
import { Module } from '@nestjs/common';
import { AccountFacts } from './account-facts.repository.js';
import { MemberLabels } from './member-labels.repository.js';
import { MemberNotes } from './member-notes.repository.js';

const known = [AccountFacts, MemberLabels, MemberNotes];

@Module({ providers: known, exports: known })
export class RemarksModule {}
