/** What every request passes: strict input, validation, and errors as problem details. */
import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { Closing } from './closing.js';
import { ErrorPages } from './error-pages.js';
import { InputValidationPipe } from './input-validation.pipe.js';
import { KeptAnswers } from './kept-answers.js';
import { MethodTable } from './method-table.js';
import { Overload } from './overload.js';
import { ProblemFilter } from './problem.filter.js';
import { StrictInputGuard } from './strict-input.guard.js';

@Global()
@Module({
  providers: [
    MethodTable,
    Closing,
    Overload,
    ErrorPages,
    KeptAnswers,
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_GUARD, useClass: StrictInputGuard },
    { provide: APP_PIPE, useClass: InputValidationPipe },
  ],
  exports: [MethodTable, Closing, Overload, ErrorPages, KeptAnswers],
})
export class HttpModule {}
