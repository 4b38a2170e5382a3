/** The door of an article, for the API and the site alike: who comes, what she is given, who may keep it. */
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { notFound } from '../../platform/http/problem.js';
import { nameParts } from '../../platform/http/shared-answers.js';
import type { Reader } from '../../users/reader.js';
import { allowCaching } from './reading.http.js';
import { type Reading, ReadingService } from './reading.service.js';
import { Visits } from './visits.service.js';

/** How somebody stands at the door. */
export interface Arrival {
  request: FastifyRequest;
  reply: FastifyReply;
  /** null for a stranger */
  reader: Reader | null;
  /** From the address, unproven. */
  giftToken: string | null;
  /** The headers that tell who reads. */
  identifiedBy: 'Authorization, Cookie' | 'Cookie';
}

@Injectable()
export class ReadingDoor {
  constructor(
    private readonly reading: ReadingService,
    private readonly visits: Visits,
  ) {}

  /** @throws Problem 404 */
  async open(slug: string, arrival: Arrival): Promise<Reading> {
    const { request, reply, reader, giftToken, identifiedBy } = arrival;
    const visit = this.visits.of(request, reader, giftToken);
    const reading = await this.reading.open(slug, visit);
    if (reading === null) throw notFound();
    if (reading.remembersVisitor) this.visits.remember(reply, visit.visitor);
    allowCaching(reply, reading.isShared, identifiedBy, reading.sharedSeconds);
    // A search engine reads it all, and shows no copy of it to anybody.
    if (reading.via === 'crawler') void reply.header('x-robots-tag', 'noarchive');
    // A wall shows what is for sale.
    const wall = reading.denial === null ? [] : (['plans'] as const);
    nameParts(reply, [`article:${reading.article.id}`, ...wall]);
    return reading;
  }
}
