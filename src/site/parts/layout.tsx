/** What stands around every page: the head, the masthead and the foot. */

import type { ComponentChildren } from 'preact';
import { useLanguage, usePublication } from '../language.js';
import type { PageFrame } from '../page-frame.js';
import { paths } from '../site-paths.js';
import { Colophon } from './colophon.js';
import { Masthead } from './masthead.js';

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
  /** Shown without a connection: names nothing but what is kept with it. */
  kept?: boolean;
  /** What else the page says of itself to machines. */
  head?: ComponentChildren;
  children: ComponentChildren;
}

const feedType = 'application/rss+xml';

/** The masthead is not painted in pieces, which would push each other about. */
const untilTheText = { rel: 'expect', href: '#text', blocking: 'render' };

export function Layout(props: LayoutProps) {
  const { code, direction, words } = useLanguage();
  const publication = usePublication();
  const { files, sections } = props.frame;
  const section = sections.find(({ slug }) => slug === props.section);
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
        <link rel="icon" href={files.icon} />
        <link rel="stylesheet" href={files.stylesheet} />
        <link {...untilTheText} />
        {props.kept ? null : <script type="module" src={files.offline}></script>}
      </head>
      <body>
        <a class="skip" href="#text">
          {words.layout.skip}
        </a>
        <Masthead frame={props.frame} front={props.front ?? null} section={props.section ?? null} />
        <main id="text" tabindex={-1}>
          {props.children}
        </main>
        <Colophon frame={props.frame} />
      </body>
    </html>
  );
}
