/** Reads the lines of a file of members: what its head names, and whether a line says something that can be done. */
import { isEmail } from 'class-validator';
import { normaliseEmail } from '../../../users/email-address.rules.js';
import { readLabels } from '../../../users/remarks/label.rules.js';

const columns = ['email', 'name', 'labels', 'plan', 'until'] as const;
type MemberColumn = (typeof columns)[number];

/** Those of our own export that nobody can bring back: they follow from the rest. */
const passedOver: readonly string[] = ['id', 'state', 'createdat'];

/** The column's place in a line. */
export interface MemberHead {
  places: ReadonlyMap<MemberColumn, number>;
  width: number;
}

/** What a line says, as it was written; nothing where it says nothing. */
export type WrittenMember = Partial<Record<MemberColumn, string>>;

export type HeadDecision =
  | { granted: true; head: MemberHead }
  | { granted: false; denial: 'no-email' }
  | { granted: false; denial: 'unknown-column' | 'column-twice'; column: string };

export function readHead(fields: readonly string[]): HeadDecision {
  const places = new Map<MemberColumn, number>();
  for (const [place, field] of fields.entries()) {
    const written = field.trim();
    const column = columns.find((each) => each === written.toLowerCase());
    if (column === undefined) {
      if (passedOver.includes(written.toLowerCase())) continue;
      return { granted: false, denial: 'unknown-column', column: written.slice(0, 40) };
    }
    if (places.has(column)) return { granted: false, denial: 'column-twice', column };
    places.set(column, place);
  }
  if (!places.has('email')) return { granted: false, denial: 'no-email' };
  return { granted: true, head: { places, width: fields.length } };
}

/** @returns null for a line that has another number of fields than the head */
export function underHead(
  fields: readonly string[],
  { places, width }: MemberHead,
): WrittenMember | null {
  if (fields.length !== width) return null;
  const written = [...places].map(([column, place]) => [column, fields[place]?.trim() ?? '']);
  return Object.fromEntries(written.filter(([, value]) => value !== '')) as WrittenMember;
}

/** What is to be done for one member; null for what the file does not say. */
export interface ReadMember {
  email: string;
  name: string | null;
  labels: string[];
  /** A slug. */
  given: { plan: string; until: string } | null;
}

export type LineRefusal =
  | 'other-fields'
  | 'no-address'
  | 'bad-address'
  | 'bad-name'
  | 'bad-label'
  | 'too-many-labels'
  | 'plan-without-until'
  | 'until-without-plan';

export type LineDecision =
  { granted: true; member: ReadMember } | { granted: false; denial: LineRefusal };

const longestAddress = 254;
const longestName = 100;

/** As accounts have it; null for what is no address. */
export function addressIn(written: string): string | null {
  const email = normaliseEmail(written);
  // Quoted mailboxes are legal, unused, and read differently by every mail server.
  const isOne = isEmail(email, { blacklisted_chars: '"' }) && email.length <= longestAddress;
  return isOne ? email : null;
}

export function readMember({
  email: address = '',
  name = '',
  labels: list = '',
  plan,
  until,
}: WrittenMember): LineDecision {
  const refuse = (denial: LineRefusal): LineDecision => ({ granted: false, denial });
  const email = addressIn(address);
  if (email === null) return refuse(address.trim() === '' ? 'no-address' : 'bad-address');
  if (name.length > longestName || !/^\P{Cc}*$/u.test(name)) return refuse('bad-name');
  const words = list.split(';').filter((word) => word.trim() !== '');
  const labels = readLabels(words);
  if (!labels.granted) {
    return refuse(labels.denial === 'too-many' ? 'too-many-labels' : 'bad-label');
  }
  if (plan !== undefined && until === undefined) return refuse('plan-without-until');
  if (plan === undefined && until !== undefined) return refuse('until-without-plan');
  const given = plan !== undefined && until !== undefined ? { plan, until } : null;
  return { granted: true, member: { email, name: name || null, labels: labels.labels, given } };
}
