import type { Row } from '../../../catalogue/query/page.ts';
import { href } from '../../../language.ts';
import type { Site } from '../../../publishing/layout.tsx';
import { period, standing } from '../../../texts/pages/standing.ts';
import { germanIn } from '../../../texts/words.ts';

/** Strategies with where they stand and when. */
export function WorkLines({ rows, lang }: { rows: readonly Row[]; lang: Site['lang'] }) {
  return (
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
  );
}
