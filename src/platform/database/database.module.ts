/** Makes the Database, its announcements and its session locks injectable everywhere. */
import { Global, Module } from '@nestjs/common';
import { Announcements } from './announcements.js';
import { Database } from './database.js';
import { SessionLock } from './session-lock.js';

@Global()
@Module({
  providers: [Announcements, Database, SessionLock],
  exports: [Announcements, Database, SessionLock],
})
export class DatabaseModule {}
