/** A page of one task on the way to more security: what it is, the task, and the way back. */

import type { ComponentChildren } from 'preact';
import { useLanguage } from '../../language.js';
import type { PageFrame } from '../../page-frame.js';
import { Layout } from '../../parts/layout.js';
import { paths } from '../../site-paths.js';

interface SheetProps {
  frame: PageFrame;
  title: string;
  text: string;
  /** Left out where going back would lose what is shown here alone. */
  withWayBack?: boolean;
  children: ComponentChildren;
}

export function Sheet({ frame, title, text, withWayBack = true, children }: SheetProps) {
  const { security } = useLanguage().words;
  return (
    <Layout frame={frame} title={title} unlisted>
      <div class="forms">
        <header class="page-head">
          <h1>{title}</h1>
          <p class="standfirst">{text}</p>
        </header>
        {children}
        {withWayBack ? (
          <p class="forms-foot">
            <a href={paths.security}>{security.backHere}</a>
          </p>
        ) : null}
      </div>
    </Layout>
  );
}
