import type { Row } from '../../../catalogue/query/page.ts';
import { href } from '../../../language.ts';
import type { Site } from '../../../publishing/layout.tsx';
import { period, standing } from '../../../texts/pages/standing.ts';
import { germanIn } from '../../../texts/words.ts';
import { More } from './more.tsx';

type Lines = {
  readonly rows: readonly Row[];
  /** How many there are, of which `rows` may be the first, and where all of them are listed. */
  readonly total: number;
  readonly all: string;
  readonly lang: Site['lang'];
};

/** Strategies with where they stand and when. */
export function WorkLines({ rows, total, all, lang }: Lines) {
  return (
    <>
      <ul class="lines">
        {rows.map((row) => (
          <li>
            <a href={href(String(row.url), lang)} lang={germanIn(lang)}>
              {String(row.title)}
            </a>
            <span class="muted">{[standing(row, lang), period(row, lang)].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
      <More total={total} shown={rows.length} lang={lang} all={all} />
    </>
  );
}
