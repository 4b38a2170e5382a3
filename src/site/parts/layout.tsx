/** What stands around every page: head, masthead, section navigation, footer. */

import type { ComponentChildren } from 'preact';
import { useLanguage, usePublication } from '../language.js';
import type { MembershipState, PageFrame } from '../page-props.js';
import { paths, withReturnTo } from '../site-paths.js';

interface LayoutProps {
  frame: PageFrame;
  title: string;
  description?: string;
  /** The front page carries the full masthead, whose name is then the page's heading. */
  front?: { dateline: string };
  /** Pages that must not be found by search engines: forms, accounts, errors. */
  unlisted?: boolean;
  /** The section the page belongs to, marked in the navigation. */
  section?: string | null;
  /** What else the page says of itself to machines. */
  head?: ComponentChildren;
  children: ComponentChildren;
}

const feedType = 'application/rss+xml';

export function Layout(props: LayoutProps) {
  const { code, direction, words } = useLanguage();
  const publication = usePublication();
  const section = props.frame.sections.find(({ slug }) => slug === props.section);
  const title = props.front ? props.title : `${props.title} – ${publication.name}`;
  return (
    <html lang={code} dir={direction}>
      <head>
        <meta charset="utf-8" />
        <title>{title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {props.description ? <meta name="description" content={props.description} /> : null}
        {props.unlisted ? <meta name="robots" content="noindex" /> : null}
        {props.head}
        <link rel="alternate" type={feedType} title={publication.name} href={paths.feed} />
        {section ? (
          <link
            rel="alternate"
            type={feedType}
            title={section.name}
            href={paths.sectionFeed(section.slug)}
          />
        ) : null}
        <link rel="license" href={paths.licence} type="application/rsl+xml" />
        <link rel="icon" href={paths.favicon} type="image/svg+xml" />
        <link rel="stylesheet" href={props.frame.stylesheet} />
      </head>
      <body>
        <a class="skip" href="#text">
          {words.layout.skip}
        </a>
        <Masthead frame={props.frame} front={props.front} section={props.section ?? null} />
        <main id="text" tabindex={-1}>
          {props.children}
        </main>
        <Footer frame={props.frame} />
      </body>
    </html>
  );
}

function Masthead(props: {
  frame: PageFrame;
  front: { dateline: string } | undefined;
  section: string | null;
}) {
  const { words } = useLanguage();
  const publication = usePublication();
  const { sections } = props.frame;
  return (
    <header class={props.front ? 'masthead masthead-front' : 'masthead'}>
      <div class="masthead-bar">
        {props.front ? <p class="dateline">{props.front.dateline}</p> : null}
        {props.front ? null : (
          <p class="masthead-name">
            <a href={paths.home}>{publication.name}</a>
          </p>
        )}
        <ReaderLinks frame={props.frame} />
      </div>
      {props.front ? (
        <div class="nameplate">
          <h1>{publication.name}</h1>
          <p>{publication.motto}</p>
        </div>
      ) : null}
      {sections.length > 0 ? (
        <nav class="sections" aria-label={words.layout.sections}>
          <ul>
            {sections.map((section) => (
              <li key={section.slug}>
                <a
                  href={paths.section(section.slug)}
                  aria-current={section.slug === props.section ? 'page' : undefined}
                >
                  {section.name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
    </header>
  );
}

function ReaderLinks({ frame }: { frame: PageFrame }) {
  const { words } = useLanguage();
  const { reader } = frame;
  return (
    <ul class="reader-links">
      <li>
        {reader ? (
          <a href={paths.account}>{words.layout.account}</a>
        ) : (
          <a href={withReturnTo(paths.signIn, frame.path)}>{words.layout.signIn}</a>
        )}
      </li>
      {isOver(reader?.state ?? 'none') ? (
        <li>
          <a class="join" href={withReturnTo(paths.join, frame.path)}>
            {words.layout.join}
          </a>
        </li>
      ) : null}
    </ul>
  );
}

/** Whoever has a membership that runs, or waits for a payment, has nothing to buy. */
function isOver(state: MembershipState): boolean {
  return state === 'none' || state === 'ended';
}

function Footer({ frame }: { frame: PageFrame }) {
  const { words } = useLanguage();
  const publication = usePublication();
  return (
    <footer class="colophon" aria-label={words.layout.footer}>
      <p class="colophon-name">
        <a href={paths.home}>{publication.name}</a>
      </p>
      <p>{words.layout.colophon}</p>
      <p>
        {words.layout.questions}{' '}
        <a href={`mailto:${publication.helpEmail}`}>{publication.helpEmail}</a>
      </p>
      <ul>
        <li>
          <a href={paths.home}>{words.layout.frontPage}</a>
        </li>
        <li>
          <a href={paths.search}>{words.layout.search}</a>
        </li>
        <li>
          <a href={frame.reader ? paths.account : paths.signIn}>
            {frame.reader ? words.layout.account : words.layout.signIn}
          </a>
        </li>
      </ul>
    </footer>
  );
}
