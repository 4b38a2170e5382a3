/** An id in a path that is no UUID, or spelt in capitals, names nothing: 404, as for an id that does not exist. */
import { Injectable, type PipeTransform } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { notFound } from './problem.js';

@Injectable()
export class UuidParam implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!isUUID(value) || value !== value.toLowerCase()) throw notFound();
    return value;
  }
}
