/** Steps that many journeys share, taken on the pages as a reader takes them. */
import { accessTokenOf, api, type Own } from './people.js';
import { mailedCode, type Sitting } from './reader.js';
import { townPassword } from '../../prisma/seed/people.js';

export const story = '/articles/members-story';

/** What stands on the page, in one line. */
export async function text({ page }: Sitting): Promise<string> {
  return (await page.innerText('body')).replace(/\s+/g, ' ');
}

/** Fills in the form of a new account, and the code from the mail. */
export async function register(sitting: Sitting, { email, password }: Own): Promise<void> {
  await sitting.fill('E-mail address', email);
  await sitting.fill('Choose a password', password);
  await sitting.press('Make my account');
  await sitting.fill('Code of six digits', await mailedCode(email));
  await sitting.press('Go on');
}

/** Fills in the form of the sign-in page. */
export async function enter(
  sitting: Sitting,
  email: string,
  password = townPassword,
): Promise<void> {
  await sitting.fill('E-mail address', email);
  await sitting.fill('Password', password);
  await sitting.press('Sign in');
}

/** Fills in a card on Stripe's page. */
export async function pay(sitting: Sitting, card: string): Promise<void> {
  await sitting.fill('Card number', card);
  await sitting.fill('Expiration', '12 / 34');
  await sitting.fill('CVC', '123');
  await sitting.fill('Cardholder name', 'Mira Example');
  await sitting.page.locator('button.main').click();
}

/** A sentence of the story from behind the cut: the last words that a member reads. */
export async function lastWordsOfTheStory(): Promise<string> {
  const token = await accessTokenOf({ email: 'mira@town.test', password: townPassword });
  const article = await api<{ bodyHtml: string }>('GET', story, undefined, token);
  const words = article.bodyHtml
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return words.slice(-60).split(' ').slice(1).join(' ');
}
