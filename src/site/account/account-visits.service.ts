/** Whoever comes to do something about her membership: signed in first, and told why where it cannot be done. */
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Reader } from '../../users/reader.js';
import type { Words } from '../../words/words.js';
import { seeOther, sendPrivatePage } from '../page.http.js';
import { PageFrames, type Visit } from '../page-frames.service.js';
import { AccountPage } from '../pages/account.page.js';
import { paths, withReturnTo } from '../site-paths.js';
import { type MembershipRefusal, membershipRefusal } from './account-words.js';
import { AccountDesk } from './account-desk.service.js';

@Injectable()
export class AccountVisits {
  constructor(
    private readonly frames: PageFrames,
    private readonly desk: AccountDesk,
  ) {}

  get words(): Words {
    return this.frames.words;
  }

  /** A refusal that a reader can understand becomes her account page with a sentence on top. */
  async orTellWhy(
    request: FastifyRequest,
    reply: FastifyReply,
    work: (reader: Reader, visit: Visit) => Promise<FastifyReply>,
  ): Promise<FastifyReply> {
    const visit = await this.frames.visit(request, reply, paths.account);
    const { reader } = visit;
    if (reader === null) return seeOther(reply, withReturnTo(paths.signIn, paths.account));
    try {
      return await work(reader, visit);
    } catch (error) {
      const refusal = membershipRefusal(this.frames.words, error);
      if (refusal === null) throw error;
      return this.accountPage(reply, reader, visit, refusal);
    }
  }

  async accountPage(
    reply: FastifyReply,
    reader: Reader,
    { frame }: Visit,
    [problem, status]: MembershipRefusal | [null, 200] = [null, 200],
  ): Promise<FastifyReply> {
    const page = { frame, ...(await this.desk.facts(reader)), problem };
    return sendPrivatePage(reply, AccountPage, page, status);
  }
}
