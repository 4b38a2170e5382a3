/** A file of members that staff have brought, and what became of its lines. */
import type { LineRefusal, WrittenMember } from './member-line.rules.js';

export const importStatuses = ['waiting', 'running', 'done', 'failed'] as const;
export type ImportStatus = (typeof importStatuses)[number];

export const importOutcomes = ['waiting', 'created', 'changed', 'unchanged', 'refused'] as const;
export type ImportOutcome = (typeof importOutcomes)[number];

export interface MemberImport {
  id: string;
  startedById: string;
  status: ImportStatus;
  /** Only says what would become of each line. */
  dryRun: boolean;
  /** Lines of members in the file. */
  total: number;
  createdAt: Date;
  startedAt: Date | null;
  endedAt: Date | null;
  /** How many lines have come to what. */
  outcomes: Record<ImportOutcome, number>;
}

/** Why a line was not taken in, for whoever has the file: it repeats nothing of what the line says. */
export type Refusal =
  | LineRefusal
  | 'twice'
  | 'banned'
  | 'unknown-plan'
  | 'archived-plan'
  | 'bad-until'
  | 'past-until'
  | 'paid-membership-runs'
  | 'broken';

export const refusalWords: Record<Refusal, string> = {
  'other-fields': 'It has another number of fields than the head line.',
  'no-address': 'It has no e-mail address.',
  'bad-address': 'Its e-mail address is none.',
  'bad-name': 'Its name is longer than 100 characters, or holds a character that no name has.',
  'bad-label':
    'One of its labels is none: lower-case words and numbers joined by hyphens, 40 characters at most, parted by semicolons.',
  'too-many-labels': 'With it, the account would have more than 20 labels.',
  'plan-without-until': 'It names a plan and does not say until when.',
  'until-without-plan': 'It says until when, and names no plan.',
  twice: 'An earlier line has the same address.',
  banned: 'The account is banned; nothing of it is changed.',
  'unknown-plan': 'There is no plan with this slug.',
  'archived-plan': 'The plan is archived.',
  'bad-until': 'Its date is none: write 2027-01-31, or 2027-01-31T12:00:00Z.',
  'past-until': 'Its date is not to come.',
  'paid-membership-runs': 'She pays for a membership that runs; it stays as it is.',
  broken: 'It could not be taken in; try it by itself.',
};

/** A line before anybody has looked at what it says. */
export interface ImportLine {
  line: number;
  fields: WrittenMember;
}

export type LineResult =
  | { line: number; outcome: 'created' | 'changed' | 'unchanged' }
  | { line: number; outcome: 'refused'; message: string };

export const refusedLine = (line: number, refusal: Refusal): LineResult => ({
  line,
  outcome: 'refused',
  message: refusalWords[refusal],
});
