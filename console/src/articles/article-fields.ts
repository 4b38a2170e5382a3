/** What staff can set of an article: as the API takes it, and as the form holds it. */
import type { Article, Gate, HeroImage, Kind } from './article.js';

export interface ArticleFields {
  title: string;
  standfirst: string;
  slug: string;
  kind: Kind;
  section: string | null;
  tags: string[];
  authors: string[];
  gate: Gate;
  planIds: string[];
  freeForHours: number | null;
  freeAfterDays: number | null;
  heroImage: HeroImage | null;
  bodyHtml: string;
}

/** The form's own: fields that nobody has filled in are null or undefined in it. */
export type FormValues = Partial<{
  [Field in keyof ArticleFields]: ArticleFields[Field] | null;
}>;

export function fieldsOf(article: Article): ArticleFields {
  const { title, standfirst, slug, kind, gate, planIds, freeForHours, freeAfterDays } = article;
  const { section, tags, authors, heroImage, bodyHtml } = article;
  return {
    title,
    standfirst,
    slug,
    kind,
    section: section?.slug ?? null,
    tags: tags.map((tag) => tag.slug),
    authors: authors.map((author) => author.slug),
    gate,
    planIds,
    freeForHours,
    freeAfterDays,
    heroImage,
    bodyHtml,
  };
}

const words = (value: string | null | undefined): string => value ?? '';

/** A picture without an address is none; its words without a word are none, too. */
function heroIn(hero: Partial<HeroImage> | null | undefined): HeroImage | null {
  if (!hero || words(hero.url).trim() === '') return null;
  const { url = '', alt, caption, credit } = hero;
  return { url, alt: words(alt), caption: caption || null, credit: credit || null };
}

/** What the form holds, as the API takes it; what the form has not is left out. */
export function fieldsIn(values: FormValues): Partial<ArticleFields> {
  const { title, standfirst, bodyHtml, section, tags, authors, planIds, heroImage } = values;
  const { slug, kind, gate, freeForHours, freeAfterDays } = values;
  return {
    title: words(title),
    standfirst: words(standfirst),
    bodyHtml: words(bodyHtml),
    section: section || null,
    tags: tags ?? [],
    authors: authors ?? [],
    freeForHours: gate === 'public' ? null : (freeForHours ?? null),
    freeAfterDays: gate === 'public' ? null : (freeAfterDays ?? null),
    planIds: gate === 'members' ? (planIds ?? []) : [],
    heroImage: heroIn(heroImage),
    ...(slug ? { slug } : {}),
    ...(kind ? { kind } : {}),
    ...(gate ? { gate } : {}),
  };
}

/** What differs, and so is sent: what she has not touched may be changed by others meanwhile. */
export function changesBetween(before: ArticleFields, values: FormValues): Partial<ArticleFields> {
  const after = fieldsIn(values);
  const changed = Object.entries(after).filter(
    ([field, value]) =>
      JSON.stringify(value) !== JSON.stringify(before[field as keyof ArticleFields]),
  );
  return Object.fromEntries(changed);
}

/** Fields that staff have set differently, each on her own. */
export function differingFields(one: ArticleFields, other: ArticleFields): string[] {
  return Object.keys(one).filter(
    (field) =>
      JSON.stringify(one[field as keyof ArticleFields]) !==
      JSON.stringify(other[field as keyof ArticleFields]),
  );
}
