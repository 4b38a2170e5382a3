import { describe, expect, it } from 'vitest';
import { type MemberHead, readHead, readMember, underHead } from './member-line.rules.js';

function headOf(...fields: string[]): MemberHead {
  const decision = readHead(fields);
  if (!decision.granted) throw new Error(decision.denial);
  return decision.head;
}

describe('The head of a file of members', () => {
  it('names its columns in any order, and those of our own export', () => {
    expect(readHead(['Name', ' email ', 'state', 'createdAt', 'id']).granted).toBe(true);
  });

  it.each([
    [['name'], { denial: 'no-email' }],
    [['email;name'], { denial: 'unknown-column', column: 'email;name' }],
    [['email', 'password'], { denial: 'unknown-column', column: 'password' }],
    [['email', ''], { denial: 'unknown-column', column: '' }],
    [['email', 'EMAIL'], { denial: 'column-twice', column: 'email' }],
  ])('%j is refused', (fields, refusal) => {
    expect(readHead(fields)).toEqual({ granted: false, ...refusal });
  });
});

describe('A line of it', () => {
  it('says what stands under its columns, and nothing where nothing stands', () => {
    const head = headOf('name', 'email', 'id', 'labels');
    expect(underHead([' Mira ', 'mira@town.test', '7', ' '], head)).toEqual({
      name: 'Mira',
      email: 'mira@town.test',
    });
    expect(underHead(['Mira', 'mira@town.test'], head)).toBeNull();
  });

  it('is read into a member', () => {
    expect(
      readMember({
        email: 'Mira@Town.test',
        name: 'Mira',
        labels: 'VIP; press-club;;vip',
        plan: 'pro',
        until: '2027-01-31',
      }),
    ).toEqual({
      granted: true,
      member: {
        email: 'mira@town.test',
        name: 'Mira',
        labels: ['press-club', 'vip'],
        given: { plan: 'pro', until: '2027-01-31' },
      },
    });
    expect(readMember({ email: 'mira@town.test' })).toMatchObject({
      member: { name: null, labels: [], given: null },
    });
  });

  const email = 'mira@town.test';
  it.each([
    [{}, 'no-address'],
    [{ email: 'mira' }, 'bad-address'],
    [{ email: '"a b"@town.test' }, 'bad-address'],
    [{ email: `${'x'.repeat(64)}@${'y'.repeat(63)}.${'z'.repeat(130)}.test` }, 'bad-address'],
    [{ email, name: 'x'.repeat(101) }, 'bad-name'],
    [{ email, name: 'a\nb' }, 'bad-name'],
    [{ email, labels: 'very important' }, 'bad-label'],
    [{ email, labels: Array.from({ length: 21 }, (_, n) => `l${n}`).join(';') }, 'too-many-labels'],
    [{ email, plan: 'pro' }, 'plan-without-until'],
    [{ email, until: '2027-01-31' }, 'until-without-plan'],
  ])('%j is refused: %s', (written, denial) => {
    expect(readMember(written)).toEqual({ granted: false, denial });
  });
});
