/** The sample pages at the door: sign-in, registration, and what a mail leads to. */
import type { VNode } from 'preact';
import { untouchedForm } from '../../../src/site/page-props.js';
import { CheckMailPage } from '../../../src/site/pages/check-mail.page.js';
import { ConfirmLinkPage } from '../../../src/site/pages/confirm-link.page.js';
import { RegisterPage } from '../../../src/site/pages/register.page.js';
import { ResetPasswordPage } from '../../../src/site/pages/reset-password.page.js';
import { SecondStepPage } from '../../../src/site/pages/second-step.page.js';
import { SignInPage } from '../../../src/site/pages/sign-in.page.js';
import { registered, stranger } from './frames.js';

export const signInPages: Record<string, VNode> = {
  'sign-in': (
    <SignInPage
      frame={{ ...stranger, path: '/sign-in' }}
      returnTo="/articles/members-story"
      form={untouchedForm}
    />
  ),
  'sign-in-refused': (
    <SignInPage
      frame={stranger}
      returnTo={null}
      form={{
        values: { email: 'fritz@town' },
        errors: {
          email: 'This does not look like an e-mail address.',
          password: 'Please type your password.',
        },
        problem: 'E-mail address and password do not belong together.',
      }}
    />
  ),
  'second-step': (
    <SecondStepPage
      frame={stranger}
      challenge="cha11enge"
      returnTo="/articles/members-story"
      form={untouchedForm}
    />
  ),
  'second-step-refused': (
    <SecondStepPage
      frame={stranger}
      challenge="cha11enge"
      returnTo={null}
      form={{
        values: {},
        errors: { code: 'Please type the six digits, or a recovery code.' },
        problem: 'This code is not right.',
      }}
    />
  ),
  register: (
    <RegisterPage frame={stranger} returnTo="/articles/members-story" form={untouchedForm} />
  ),
  'register-to-join': (
    <RegisterPage frame={stranger} returnTo="/join?price=price-1" form={untouchedForm} />
  ),
  'register-refused': (
    <RegisterPage
      frame={stranger}
      returnTo={null}
      form={{
        values: { name: 'Lena', email: 'lena@town.test' },
        errors: { password: 'A password needs 15 characters or more.' },
        problem: 'Something is missing.',
      }}
    />
  ),
  'check-mail': (
    <CheckMailPage
      frame={stranger}
      purpose="sign-in"
      email="fritz@town.test"
      returnTo="/articles/members-story"
      form={untouchedForm}
    />
  ),
  'check-mail-refused': (
    <CheckMailPage
      frame={stranger}
      purpose="register"
      email="lena@town.test"
      returnTo={null}
      form={{
        values: { code: '12345' },
        errors: { code: 'A code has six digits.' },
        problem: 'This code is not right.',
      }}
    />
  ),
  'reset-missing': (
    <ResetPasswordPage
      frame={registered}
      step={{ name: 'missing', email: 'fritz@town.test', returnTo: '/join' }}
    />
  ),
  'reset-ask': (
    <ResetPasswordPage
      frame={stranger}
      step={{
        name: 'ask',
        form: {
          values: { email: 'x' },
          errors: { email: 'This does not look like an e-mail address.' },
          problem: null,
        },
      }}
    />
  ),
  'reset-sent': (
    <ResetPasswordPage frame={stranger} step={{ name: 'sent', email: 'fritz@town.test' }} />
  ),
  'reset-choose': (
    <ResetPasswordPage
      frame={stranger}
      step={{ name: 'choose', token: 't0ken', form: untouchedForm }}
    />
  ),
  'reset-done': <ResetPasswordPage frame={stranger} step={{ name: 'done' }} />,
  confirm: <ConfirmLinkPage frame={stranger} purpose="register" token="t0ken" returnTo={null} />,
  'confirm-dead': (
    <ConfirmLinkPage frame={stranger} purpose="sign-in" token={null} returnTo={null} />
  ),
};
