import type { Row } from '../../../catalogue/query/page.ts';
import { href, type Language } from '../../../language.ts';
import { recordTexts } from '../../../texts/pages/record.ts';
import { period, standing } from '../../../texts/pages/standing.ts';
import { texts } from '../../../texts/texts.ts';
import { germanIn, placeName } from '../../../texts/words.ts';
import { More } from './more.tsx';

type Lines = {
  readonly rows: readonly Row[];
  /** How many there are, of which `rows` may be the first. */
  readonly total?: number;
  readonly lang: Language;
  /** Whose page it is: who takes part beside them is only counted. */
  readonly of?: string | undefined;
  /** Names of the participants, where they are told. */
  readonly places?: Readonly<Record<string, string>>;
  /** Where all of them are listed; only the first are shown then. */
  readonly all?: string;
  /** How many of them. */
  readonly most?: number;
};

/** So many stand on a page; the list has the others. */
const usual = 12;
/** So many participants are named. */
const named = 4;

/** Projects with their title, where they stand, when, and who. */
export function ProjectLines({ rows, total = rows.length, lang, of, places = {}, all, most = usual }: Lines) {
  const shown = all && total > most + 2 ? rows.slice(0, most) : rows;
  return (
    <>
      <ul class="lines">
        {shown.map((row) => (
          <li>
            <a href={href(`/projects/${row.slug}`, lang)} lang={germanIn(lang)}>
              {String(row.title)}
            </a>
            <span class="muted">
              {[standing(row, lang), period(row, lang), who(row, lang, of, places)]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {all && <More total={total} shown={shown.length} lang={lang} all={all} />}
    </>
  );
}

function who(row: Row, lang: Language, of: string | undefined, places: Readonly<Record<string, string>>) {
  const t = recordTexts[lang];
  if (row.region_wide) return texts[lang].regionWide;
  const keys = (row.municipalities as string[] | null) ?? [];
  if (of) return keys.length <= 1 ? t.alone : t.withOthers(keys.length - 1);
  const names = keys.map((key) => placeName(key, places[key] ?? key, texts[lang]));
  return names.length > named
    ? `${names.slice(0, named - 1).join(', ')} ${t.more(names.length - named + 1)}`
    : names.join(', ');
}
