/** What staff see of a member beside her books: what she reads and gives, where she is, what is noted. */
import { ApiProperty } from '@nestjs/swagger';
import type { Gift } from '../../../paywall/gifts/gift.js';
import { MeterView, presentMeter } from '../../../paywall/reading/reading.presenter.js';
import { deviceInWords } from '../../../users/sessions/device-in-words.rules.js';
import { AuditEntryView } from '../../audit/audit-admin.presenter.js';
import { NoteView, presentNote } from '../notes/notes.presenter.js';
import type { ReadingOfHers } from './member-reading.service.js';
import type { Traces } from './member-traces.service.js';

export class MeteredReadView {
  /** Of the article. */
  slug: string;
  title: string;
  readAt: Date;
}

export class GivenGiftView {
  id: string;
  /** Of the article. */
  slug: string;
  title: string;
  createdAt: Date;
  expiresAt: Date;
  /** How many readers may open it. */
  openings: number;
  opened: number;
  revokedAt: Date | null;
}

export class DeviceView {
  id: string;
  /** `token` speaks to the API, `cookie` is a browser on the site. */
  @ApiProperty({ enum: ['token', 'cookie'] })
  kind: 'token' | 'cookie';
  /** What it is, as far as it says: `Firefox on Windows`. */
  device: string;
  /** What the device called itself when it signed in. */
  userAgent: string | null;
  createdAt: Date;
  /** When it last came for a new token, or a visit prolonged it. */
  lastUsedAt: Date;
  expiresAt: Date;
}

export class SecondFactorsView {
  /** Whether an authenticator app is set up. */
  authenticator: boolean;
  /** How many. */
  passkeys: number;
}

export class ReadingOfHersView {
  /** Null for an account that is deleted. */
  meter: MeterView | null;
  /** What she opened by the meter: the newest hundred. */
  reads: MeteredReadView[];
  /** The newest hundred. */
  gifts: GivenGiftView[];
}

export class TracesView {
  /** Words by which staff find her again. */
  labels: string[];
  secondFactor: SecondFactorsView;
  /** Where she is signed in: the newest hundred. */
  sessions: DeviceView[];
  /** The newest hundred. */
  notes: NoteView[];
  /** What was done to her: the newest hundred. */
  audit: AuditEntryView[];
}

export function presentReading({ allowance, reads, gifts }: ReadingOfHers): ReadingOfHersView {
  return {
    meter: allowance === null ? null : presentMeter(allowance),
    reads: reads.map(({ slug, title, readAt }) => ({ slug, title, readAt })),
    gifts: gifts.map(presentGift),
  };
}

export function presentTraces({ marks, devices, notes, audit }: Traces): TracesView {
  const { labels, hasAuthenticator, passkeys } = marks;
  return {
    labels,
    secondFactor: { authenticator: hasAuthenticator, passkeys },
    sessions: devices.map(({ id, kind, userAgent, createdAt, rotatedAt, expiresAt }) => {
      const device = deviceInWords(userAgent);
      return { id, kind, device, userAgent, createdAt, lastUsedAt: rotatedAt, expiresAt };
    }),
    notes: notes.map(presentNote),
    audit,
  };
}

function presentGift(gift: Gift): GivenGiftView {
  const { id, slug, title, createdAt, expiresAt, openings, opened, revokedAt } = gift;
  return { id, slug, title, createdAt, expiresAt, openings, opened, revokedAt };
}
