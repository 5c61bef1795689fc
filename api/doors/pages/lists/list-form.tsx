import { distances, usualDistance } from '../../../../map-widget/model/filters.ts';
import { textsFor } from '../../../../map-widget/model/texts/texts-for.ts';
import type { Entity } from '../../../catalogue/model/entity.ts';
import { patterns } from '../../../catalogue/model/patterns.ts';
import { listWords } from '../../../texts/pages/list-words.ts';
import { texts } from '../../../texts/texts.ts';
import { wordFor } from '../../../texts/words.ts';
import { choice } from '../choice.tsx';
import type { ListRequest } from './read-list.ts';

type Form = {
  readonly entity: Entity;
  readonly request: ListRequest;
  readonly places: readonly { readonly ags: string; readonly name: string }[];
};

/** What is typed or chosen from a list; everything that is chosen already comes along. */
export function ListForm({ entity, request: { lang, filter, order }, places }: Form) {
  const t = texts[lang];
  const w = listWords[lang];
  const map = textsFor(lang);
  const all = Object.entries(entity.filters);
  const booleans = all.filter(([, { type }]) => type === 'boolean').map(([name]) => name);
  const dates = all.filter(([, { type }]) => type === 'date').map(([name]) => name);
  const near = entity.filters.near ? ['near', 'km'] : [];
  const own = new Set(['text', ...near, ...booleans, ...dates]);
  const moreChosen = [...booleans, ...dates].some((name) => filter[name]);
  const km = Number(filter.km?.[0] ?? usualDistance);
  const orders = Object.keys(entity.orders);
  return (
    <search>
      <form class="search" action={`/${entity.name}`}>
        {Object.entries(filter)
          .filter(([name]) => !own.has(name))
          .flatMap(([name, values]) =>
            values.map((value) => <input type="hidden" name={name} value={value} />),
          )}
        {lang !== 'de' && <input type="hidden" name="lang" value={lang} />}
        <label class="field">
          {w.searchIn(t[entity.name])}
          <input name="text" type="search" value={filter.text?.[0] ?? ''} maxlength={200} />
        </label>
        {places.length > 0 &&
          choice(
            'near',
            wordFor(t.filterLabels, 'near'),
            [['', map.anywhere], ...places.map(({ ags, name }) => [ags, name] as const)],
            filter.near?.[0] ?? '',
          )}
        {places.length > 0 &&
          choice(
            'km',
            wordFor(t.filterLabels, 'km'),
            [...new Set([...distances, km])]
              .sort((one, other) => one - other)
              .map((value) => [String(value), map.km(value)]),
            String(km),
          )}
        {orders.length > 1 &&
          choice(
            'order',
            w.order,
            orders.map((name) => [name === entity.defaultOrder ? '' : name, wordFor(w.orders, name)]),
            order === undefined || order === entity.defaultOrder ? '' : order,
          )}
        {booleans.length + dates.length > 0 && (
          <details class="more" open={moreChosen}>
            <summary>{w.more}</summary>
            <div class="search">
              {booleans.map((name) =>
                choice(
                  name,
                  wordFor(t.filterLabels, name),
                  [
                    ['', w.any],
                    ['true', t.yes],
                    ['false', t.no],
                  ],
                  filter[name]?.[0] ?? '',
                ),
              )}
              {dates.map((name) => (
                <label class="field">
                  {wordFor(t.filterLabels, name)}
                  <input
                    name={name}
                    value={filter[name]?.[0] ?? ''}
                    placeholder="2024-07"
                    pattern={patterns.partialDate}
                    size={10}
                  />
                </label>
              ))}
            </div>
          </details>
        )}
        <button type="submit">{w.filter}</button>
      </form>
    </search>
  );
}
