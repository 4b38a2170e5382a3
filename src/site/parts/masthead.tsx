/** The head of every page: the publication's name or logo, its navigation, and the reader's own links. */

import { useLanguage, usePublication } from '../language.js';
import type { PageFrame } from '../page-frame.js';
import type { MembershipState } from '../page-props.js';
import { paths, withReturnTo } from '../site-paths.js';

interface MastheadProps {
  frame: PageFrame;
  front: { dateline: string } | null;
  section: string | null;
}

export function Masthead({ frame, front, section }: MastheadProps) {
  const { motto } = usePublication();
  return (
    <header class={front ? 'masthead masthead-front' : 'masthead'}>
      <div class="masthead-bar">
        {front ? (
          <p class="dateline">{front.dateline}</p>
        ) : (
          <p class="masthead-name">
            <a href={paths.home}>
              <Nameplate frame={frame} />
            </a>
          </p>
        )}
        <ReaderLinks frame={frame} />
      </div>
      {front ? (
        <div class="nameplate">
          <h1>
            <Nameplate frame={frame} />
          </h1>
          {motto === '' ? null : <p>{motto}</p>}
        </div>
      ) : null}
      <Navigation frame={frame} section={section} />
    </header>
  );
}

function Nameplate({ frame }: { frame: PageFrame }) {
  const { name } = usePublication();
  const { logo } = frame.files;
  if (logo === null) return <>{name}</>;
  const { href, width, height } = logo;
  return <img class="logo" src={href} alt={name} width={width} height={height} />;
}

/** Where the publication names no links of its own, its sections. */
function Navigation({ frame, section }: { frame: PageFrame; section: string | null }) {
  const { words } = useLanguage();
  const { navigation } = usePublication();
  const links =
    navigation ??
    frame.sections.map(({ slug, name }) => ({ label: name, href: paths.section(slug) }));
  if (links.length === 0) return null;
  const around = section === null ? null : paths.section(section);
  return (
    <nav class="sections" aria-label={words.layout.sections}>
      <ul>
        {links.map(({ label, href }) => (
          <li key={href}>
            <a href={href} aria-current={currentness(href, frame.path, around)}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function currentness(
  href: string,
  path: string,
  around: string | null,
): 'page' | 'true' | undefined {
  if (href === path) return 'page';
  return href === around ? 'true' : undefined;
}

function ReaderLinks({ frame }: { frame: PageFrame }) {
  const { words } = useLanguage();
  const { reader } = frame;
  return (
    <ul class="reader-links">
      <li>
        <a class="to-search" href={paths.search}>
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path
              d="M11 11l4 4M12 6.5a5.5 5.5 0 1 1-11 0 5.5 5.5 0 0 1 11 0"
              fill="none"
              stroke="currentColor"
              stroke-width="1.5"
            />
          </svg>
          <span>{words.layout.search}</span>
        </a>
      </li>
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
