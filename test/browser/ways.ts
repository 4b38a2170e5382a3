/** The steps that lead to pages which have no address of their own, or only for one reader. */
import { Secret, TOTP } from 'otpauth';
import { people, townPassword } from '../../prisma/seed/people.js';
import { accessTokenOf, api, joined, newReader, type Own, registered } from './people.js';
import { mailedLink, type Sitting } from './reader.js';
import { enter, story } from './steps.js';

export async function signInWrongly(sitting: Sitting): Promise<void> {
  await sitting.open('/sign-in');
  await enter(sitting, newReader('nobody').email, 'not her password at all');
}

export async function registerIncompletely(sitting: Sitting): Promise<void> {
  await sitting.open('/register');
  await sitting.fill('E-mail address', 'short@readers.test');
  await sitting.fill('Choose a password', 'too short');
  await sitting.press('Make my account');
}

export async function askForALink(sitting: Sitting): Promise<void> {
  await sitting.open('/sign-in');
  await sitting.page.getByLabel('E-mail address').last().fill(newReader('nobody').email);
  await sitting.press('Mail me a code');
}

export async function askForProof(sitting: Sitting): Promise<void> {
  await sitting.open('/account/proof');
  await sitting.press('Mail me a code instead');
}

/** Registers where the password is typed, and confirms as if she had read her mail on another device. */
export async function confirmElsewhere(sitting: Sitting): Promise<void> {
  const own = newReader('away');
  await api('POST', '/auth/register', own);
  await sitting.open(await mailedLink(own.email));
  await sitting.press('Go on');
}

/** Signs in with a password where an authenticator is asked for besides. */
export async function halfWayIn(sitting: Sitting): Promise<void> {
  const guarded = await withAuthenticator(sitting);
  await sitting.context.clearCookies();
  await sitting.open('/sign-in');
  await enter(sitting, guarded.email, guarded.password);
}

export async function beginAnAuthenticator(sitting: Sitting): Promise<void> {
  await sitting.open('/account/security/authenticator');
  await sitting.press('Show me the QR code');
}

async function withAuthenticator(sitting: Sitting): Promise<Own> {
  const own = await registered(sitting, 'vera');
  const token = await accessTokenOf(own);
  const { secret } = await api<{ secret: string }>('POST', '/me/authenticator', undefined, token);
  const code = TOTP.generate({ secret: Secret.fromBase32(secret) });
  await api('POST', '/me/authenticator/confirm', { code }, token);
  return own;
}

export async function giveAnArticle(sitting: Sitting): Promise<void> {
  await sitting.open(story);
  await sitting.press('Give this article');
}

/** Opens what a member has given, as somebody who has no account. */
export async function openAGift(sitting: Sitting): Promise<void> {
  const token = await accessTokenOf(await joined(sitting, 'gwen'));
  const { url } = await api<{ url: string }>('POST', `${story}/gifts`, undefined, token);
  await sitting.context.clearCookies();
  await sitting.open(url);
}

/** Opens the link that an editor has sent to somebody outside. */
export async function openAPreview(sitting: Sitting): Promise<void> {
  const token = await accessTokenOf({ email: people.editor.email, password: townPassword });
  const { items } = await api<{ items: { id: string }[] }>(
    'GET',
    '/admin/articles?limit=1',
    undefined,
    token,
  );
  const previews = `/admin/articles/${items[0]?.id ?? ''}/previews`;
  const { url } = await api<{ url: string }>('POST', previews, { hours: 1 }, token);
  await sitting.open(url);
}

export async function chooseANewPassword(sitting: Sitting): Promise<void> {
  await sitting.open('/reset-password?token=whatever-was-mailed');
}
