/** The foot of every page: who publishes, where to ask, and the publication's own links. */

import { useLanguage, usePublication } from '../language.js';
import type { PageFrame } from '../page-frame.js';
import { paths } from '../site-paths.js';

export function Colophon({ frame }: { frame: PageFrame }) {
  const { words } = useLanguage();
  const { name, helpEmail, footer } = usePublication();
  const links = [
    { label: words.layout.frontPage, href: paths.home },
    { label: words.layout.search, href: paths.search },
    frame.reader
      ? { label: words.layout.account, href: paths.account }
      : { label: words.layout.signIn, href: paths.signIn },
    { label: words.layout.feed, href: paths.feed },
    ...footer,
  ];
  return (
    <footer class="colophon" aria-label={words.layout.footer}>
      <p class="colophon-name">
        <a href={paths.home}>{name}</a>
      </p>
      {frame.sections.length > 0 ? (
        <nav aria-label={words.layout.allSections}>
          <ul>
            {frame.sections.map((section) => (
              <li key={section.slug}>
                <a href={paths.section(section.slug)}>{section.name}</a>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
      <p>{words.layout.colophon}</p>
      <p>
        {words.layout.questions} <a href={`mailto:${helpEmail}`}>{helpEmail}</a>
      </p>
      <ul>
        {links.map(({ label, href }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </footer>
  );
}
