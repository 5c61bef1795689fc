import { type Language, locales } from '../../../language.ts';
import { texts } from '../../../texts/texts.ts';
import { readableDate } from '../../../texts/words.ts';
import type { DatasetFacts } from './read-facts.ts';

/** How many there are and how fresh they are: three figures. */
export function Freshness({ facts, lang }: { facts: DatasetFacts; lang: Language }) {
  const { count, modified, confirmed } = facts;
  const t = texts[lang].dataset;
  const number = (value: number, more: Intl.NumberFormatOptions = {}) =>
    new Intl.NumberFormat(locales[lang], more).format(value);
  return (
    <dl class="counts">
      <Figure name={t.records} value={number(count)} />
      <Figure name={t.lastChange} value={readableDate(modified, lang)} />
      {confirmed !== undefined && count > 0 && (
        <Figure name={t.confirmed} value={number(confirmed / count, { style: 'percent' })} />
      )}
    </dl>
  );
}

const Figure = ({ name, value }: { name: string; value: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
);
