/** A new account: name, e-mail address, password. */

import { useLanguage } from '../language.js';
import type { PageFrame } from '../page-frame.js';
import type { FormState } from '../page-props.js';
import { FormProblem, ReturnTo, TextField } from '../parts/form.js';
import { Layout } from '../parts/layout.js';
import { StepsToTheOffer } from '../parts/steps.js';
import { paths, withReturnTo } from '../site-paths.js';

export interface RegisterPageProps {
  frame: PageFrame;
  returnTo: string | null;
  form: FormState<'name' | 'email' | 'password'>;
}

export function RegisterPage({ frame, returnTo, form }: RegisterPageProps) {
  const { words } = useLanguage();
  return (
    <Layout frame={frame} title={words.register.title} unlisted>
      <div class="forms">
        <StepsToTheOffer returnTo={returnTo} />
        <header class="page-head">
          <h1>{words.register.title}</h1>
          <p class="standfirst">{words.register.standfirst}</p>
        </header>
        <form method="post" action={paths.register}>
          <FormProblem problem={form.problem} />
          <ReturnTo path={returnTo} />
          <TextField
            id="name"
            name="name"
            type="text"
            label={words.fields.name}
            autocomplete="name"
            required={false}
            maxlength={100}
            value={form.values.name}
            error={form.errors.name}
          />
          <TextField
            id="email"
            name="email"
            type="email"
            label={words.fields.email}
            autocomplete="username"
            maxlength={254}
            value={form.values.email}
            error={form.errors.email}
          />
          <TextField
            id="password"
            name="password"
            type="password"
            label={words.fields.newPassword}
            hint={words.fields.passwordHint}
            autocomplete="new-password"
            maxlength={256}
            error={form.errors.password}
          />
          <button class="button" type="submit">
            {words.register.submit}
          </button>
        </form>
        <p class="forms-foot">
          {words.register.already}{' '}
          <a href={withReturnTo(paths.signIn, returnTo)}>{words.register.signIn}</a>
        </p>
      </div>
    </Layout>
  );
}
