/** The door of an article, for the API and the site alike: who comes, what she is given, who may keep it. */
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { FormerSlugRepository } from '../../articles/former-slug.repository.js';
import { KeptAnswers } from '../../platform/http/kept-answers.js';
import { Moved } from '../../platform/http/moved.js';
import { type Problem, notFound } from '../../platform/http/problem.js';
import { nameParts } from '../../platform/http/shared-answers.js';
import type { Reader } from '../../users/reader.js';
import { ReadCounts } from '../figures/read-counts.service.js';
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
    private readonly formerSlugs: FormerSlugRepository,
    private readonly counts: ReadCounts,
    private readonly kept: KeptAnswers,
  ) {}

  /** @throws Problem 404, Moved where the article has another slug now */
  async open(slug: string, arrival: Arrival): Promise<Reading> {
    const { request, reply, reader, giftToken, identifiedBy } = arrival;
    const visit = this.visits.of(request, reader, giftToken);
    const reading = await this.reading.open(slug, visit);
    if (reading === null) throw await this.elsewhere(slug, request);
    this.counts.count(reading.article.id, reading, visit);
    const { article, denial } = reading;
    // A teaser may be a moment old; a whole text is given by what stands now.
    if (denial === null) this.kept.leaveOut(reply);
    else this.kept.noteWhenSent(reply, (next) => this.counts.countTeaser(article.id, denial, next));
    if (reading.remembersVisitor) this.visits.remember(reply, visit.visitor);
    allowCaching(reply, reading.isShared, identifiedBy, reading.sharedSeconds);
    // A search engine reads it all, and shows no copy of it to anybody.
    if (reading.via === 'crawler') void reply.header('x-robots-tag', 'noarchive');
    // A wall shows what is for sale.
    const wall = reading.denial === null ? [] : (['plans'] as const);
    nameParts(reply, [`article:${reading.article.id}`, ...wall]);
    return reading;
  }

  /** The same door at the present slug, with whatever else was in the address, like a gift. */
  private async elsewhere(slug: string, request: FastifyRequest): Promise<Moved | Problem> {
    const present = await this.formerSlugs.leadOn(slug);
    if (present === null) return notFound();
    const door = (request.routeOptions.url ?? '').replace(':slug', encodeURIComponent(present));
    const [, ...query] = request.url.split('?');
    return new Moved([door, ...query].join('?'));
  }
}
