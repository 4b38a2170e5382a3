/** The sample pages around what cannot be taken back: a fresh proof, and another address. */
import type { VNode } from 'preact';
import { untouchedForm } from '../../../src/site/page-props.js';
import { EmailPage } from '../../../src/site/pages/email.page.js';
import { ProofPage } from '../../../src/site/pages/proof.page.js';
import { registered as frame } from './frames.js';

const email = 'mira.holm@town.test';

export const safetyPages: Record<string, VNode> = {
  proof: (
    <ProofPage
      frame={frame}
      returnTo="/account/delete"
      isMailed={false}
      isTwofold={false}
      hasPasskey
      form={untouchedForm}
    />
  ),
  'proof-mailed-refused': (
    <ProofPage
      frame={frame}
      returnTo={null}
      isMailed
      isTwofold
      hasPasskey={false}
      form={{
        values: {},
        errors: { code: 'A code has six digits.', second: 'Please type the six digits.' },
        problem: 'This code is not right.',
      }}
    />
  ),
  'email-ask': <EmailPage frame={frame} step={{ name: 'ask', form: untouchedForm }} />,
  'email-sent': <EmailPage frame={frame} step={{ name: 'sent', email, form: untouchedForm }} />,
  'email-press': <EmailPage frame={frame} step={{ name: 'press', token: 't0ken' }} />,
  'email-dead': <EmailPage frame={frame} step={{ name: 'dead', problem: 'It is over.' }} />,
  'email-done': <EmailPage frame={frame} step={{ name: 'done', email }} />,
};
