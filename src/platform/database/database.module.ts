/** Makes the Database, its announcements, its session locks and its public reads injectable everywhere. */
import { Global, Module } from '@nestjs/common';
import { Announcements } from './announcements.js';
import { Database } from './database.js';
import { PublicReads } from './public-reads.js';
import { SessionLock } from './session-lock.js';

@Global()
@Module({
  providers: [Announcements, Database, PublicReads, SessionLock],
  exports: [Announcements, Database, PublicReads, SessionLock],
})
export class DatabaseModule {}
