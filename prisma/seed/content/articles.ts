/** The town's whole paper. */
import type { ArticleSeed } from './article-seed.js';
import { culture } from './culture.js';
import { harbour } from './harbour.js';
import { market } from './market.js';
import { schools } from './schools.js';
import { townHall } from './town-hall.js';

export const articles: ArticleSeed[] = [...harbour, ...townHall, ...market, ...schools, ...culture];
