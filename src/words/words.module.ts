/** Makes the publication's language injectable everywhere. */
import { Global, Module } from '@nestjs/common';
import { Config } from '../platform/config/config.js';
import { Language, languageOf } from './language.js';

@Global()
@Module({
  providers: [
    {
      provide: Language,
      inject: [Config],
      useFactory: ({ publication }: Config) => languageOf(publication),
    },
  ],
  exports: [Language],
})
export class WordsModule {}
