/** What a development start prints when everything runs: where, as whom, and what to try first. */
import { people, townPassword } from '../prisma/seed/people.js';
import type { StartSettings } from './development-environment.js';

/** Eight days: one more than the trial of the town's plan. */
const pastTheTrial = 8 * 24 * 60 * 60;

export function readyBanner({ publicUrl, seed, simulatorPort }: StartSettings): string {
  const things = [
    `open ${publicUrl}/articles/members-story and join; the card is 4242 4242 4242 4242`,
    `curl -s ${publicUrl}/api/v1/articles/members-story`,
    `curl -s -X POST ${publicUrl}/dev/clock/advance -H 'Content-Type: application/json' -d '{"seconds":${pastTheTrial}}'`,
  ];
  const hasTown = seed === 'town';
  return [
    '',
    `Broadsheet is ready at ${publicUrl}`,
    ...(hasTown ? ['', ...signIns()] : []),
    '',
    ...(hasTown
      ? ['Three things to try:', ...things.map((thing, index) => `  ${index + 1}. ${thing}`), '']
      : []),
    `Mail:   ${publicUrl}/dev/mailbox`,
    `API:    ${publicUrl}/api/docs`,
    ...(simulatorPort === undefined ? [] : [`Stripe: simulated on port ${simulatorPort}`]),
    'Ctrl-C stops everything; the data stays.',
    '',
  ].join('\n');
}

function signIns(): string[] {
  const longest = Math.max(...Object.values(people).map(({ email }) => email.length));
  return [
    `Sign in as (password of all: ${townPassword})`,
    ...Object.values(people).map(({ email, is }) => `  ${email.padEnd(longest)}  ${is}`),
  ];
}
