/** Two ways in: a password, or a mail with a link and a code. */

import { useLanguage } from '../language.js';
import type { FormState, PageFrame } from '../page-props.js';
import { FormProblem, ReturnTo, TextField } from '../parts/form.js';
import { Layout } from '../parts/layout.js';
import { paths, withReturnTo } from '../site-paths.js';

export interface SignInPageProps {
  frame: PageFrame;
  returnTo: string | null;
  password: FormState<'email' | 'password'>;
  link: FormState<'email'>;
}

export function SignInPage({ frame, returnTo, password, link }: SignInPageProps) {
  const { words } = useLanguage();
  return (
    <Layout frame={frame} title={words.signIn.title} unlisted>
      <div class="forms">
        <header class="page-head">
          <h1>{words.signIn.title}</h1>
          <p>
            {words.signIn.newHere}{' '}
            <a href={withReturnTo(paths.register, returnTo)}>{words.signIn.register}</a>
          </p>
        </header>
        <form method="post" action={paths.signIn} aria-labelledby="by-password">
          <h2 id="by-password">{words.signIn.byPassword}</h2>
          <FormProblem problem={password.problem} />
          <ReturnTo path={returnTo} />
          <TextField
            id="password-email"
            name="email"
            type="email"
            label={words.fields.email}
            autocomplete="username"
            maxlength={254}
            value={password.values.email}
            error={password.errors.email}
          />
          <TextField
            id="password"
            name="password"
            type="password"
            label={words.fields.password}
            autocomplete="current-password"
            maxlength={256}
            error={password.errors.password}
          />
          <button class="button" type="submit">
            {words.signIn.submit}
          </button>
          <p class="small-print">
            <a href={paths.resetPassword}>{words.signIn.forgotten}</a>
          </p>
        </form>
        <form method="post" action={paths.signInLink} aria-labelledby="by-mail">
          <h2 id="by-mail">{words.signIn.byMail}</h2>
          <p>{words.signIn.byMailText}</p>
          <FormProblem problem={link.problem} />
          <ReturnTo path={returnTo} />
          <TextField
            id="link-email"
            name="email"
            type="email"
            label={words.fields.email}
            autocomplete="email"
            maxlength={254}
            value={link.values.email}
            error={link.errors.email}
          />
          <button class="button button-quiet" type="submit">
            {words.signIn.mailMe}
          </button>
        </form>
      </div>
    </Layout>
  );
}
