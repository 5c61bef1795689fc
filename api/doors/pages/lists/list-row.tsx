import type { Entity } from '../../../catalogue/model/entity.ts';
import type { Row } from '../../../catalogue/query/page.ts';
import { href, type Language, locales } from '../../../language.ts';
import { type ListWords, listWords } from '../../../texts/pages/list-words.ts';
import { texts } from '../../../texts/texts.ts';
import { localisedIn, namedIn, placeName, readableDate, titleOf, wordFor } from '../../../texts/words.ts';
import { ContactLine } from '../contact-line.tsx';
import { factsOfRow, type ListPageData } from './read-list.ts';

type Shown = {
  readonly row: Row;
  readonly entity: Entity;
  readonly list: ListPageData;
  readonly lang: Language;
};

/** A record in a list: its name, and below what tells it apart. */
export function ListRow(shown: Shown) {
  const { row, entity, lang } = shown;
  if (entity.name === 'contacts') return <ContactLine contact={row} lang={lang} />;
  const about = aboutOf(shown).filter(Boolean);
  return (
    <>
      <a href={href(String(row.url), lang)} lang={namedIn(entity.name, lang)}>
        {titleOf(row, texts[lang])}
      </a>
      {about.length > 0 && <div class="muted">{about.join(' · ')}</div>}
      {typeof row.description === 'string' && <div lang={localisedIn(lang)}>{row.description}</div>}
    </>
  );
}

function aboutOf({ row, entity, list, lang }: Shown): (string | undefined)[] {
  const t = texts[lang];
  const names = (keys: unknown) =>
    ((keys ?? []) as string[])
      .map((key) => placeName(key, list.names.municipalities?.[key] ?? key, t))
      .join(', ');
  const date = (value: unknown) => (value ? readableDate(value, lang) : undefined);
  const projects = factsOfRow(list, entity, row)?.projects;
  const counted = projects === undefined ? undefined : projects > 0 ? t.projectCount(projects) : t.nobodyYet;
  switch (entity.name) {
    case 'projects':
      return [
        row.status === 'UNKNOWN' ? undefined : wordFor(t.values, String(row.status)),
        row.region_wide ? t.regionWide : names(row.municipalities),
        period(date(row.period_start), date(row.period_end), listWords[lang]),
      ];
    case 'strategies':
      return [
        row.status === 'UNKNOWN' ? undefined : wordFor(t.values, String(row.status)),
        names(row.owners),
        date(row.adopted_on),
      ];
    case 'municipalities':
      return [
        wordFor(t.values, String(row.kind)),
        typeof row.population === 'number'
          ? t.named(t.labels.population, row.population.toLocaleString(locales[lang]))
          : undefined,
        counted,
      ];
    case 'events':
      return [date(row.date), typeof row.place === 'string' ? row.place : undefined];
    default:
      return [counted];
  }
}

function period(start: string | undefined, end: string | undefined, w: ListWords): string | undefined {
  if (start === undefined) return end && w.until(end);
  if (end === undefined) return w.since(start);
  return start === end ? start : `${start} – ${end}`;
}
