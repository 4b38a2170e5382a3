/** Makes the Database and its session locks injectable everywhere. */
import { Global, Module } from '@nestjs/common';
import { Database } from './database.js';
import { SessionLock } from './session-lock.js';

@Global()
@Module({ providers: [Database, SessionLock], exports: [Database, SessionLock] })
export class DatabaseModule {}
