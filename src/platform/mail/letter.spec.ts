import { describe, expect, it } from 'vitest';
import { setLetter } from './letter.js';

describe('a mail in text and HTML', () => {
  const mail = setLetter(
    {
      to: 'mira@town.test',
      subject: 'A <b> & "c"',
      lines: [
        'Tea & <script>cake</script>',
        { code: '012345' },
        { label: 'Go', link: 'https://a.test/?x=1&y=2' },
      ],
    },
    { name: 'Tea & Times', language: 'en-GB' },
  );

  it('says the same in both', () => {
    expect(mail.text).toBe(
      'Tea & <script>cake</script>\n\n    012345\n\nGo:\nhttps://a.test/?x=1&y=2\n\nTea & Times\n',
    );
    expect(mail.html).toContain('012345');
    expect(mail.html).toContain('Tea &amp; Times');
    expect(mail.html).toContain('<html lang="en-GB">');
    expect(mail.html).toContain('href="https://a.test/?x=1&amp;y=2"');
  });

  it('lets no text become markup', () => {
    expect(mail.html).not.toContain('<script>');
    expect(mail.html).not.toContain('<b>');
  });
});
