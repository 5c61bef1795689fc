import type { Column } from '../../../catalogue/model/entity.ts';
import type { Language } from '../../../language.ts';
import { meaningOf } from '../../../texts/catalogue/meaning.ts';
import { texts } from '../../../texts/texts.ts';

/** Every column: its name, what may stand in it, and what it means. */
export function Columns({ columns, lang }: { columns: readonly Column[]; lang: Language }) {
  return (
    <section>
      <h2 id="columns">{texts[lang].dataset.columns}</h2>
      <dl class="names">
        {columns.map((column) => (
          <>
            <dt>
              <code>{column.name}</code>
            </dt>
            <dd>
              {meaningOf(column, lang)} <span class="muted">{kindOf(column, lang)}</span>
            </dd>
          </>
        ))}
      </dl>
    </section>
  );
}

function kindOf({ type, values, list }: Column, lang: Language): string {
  const { columnTypes, several } = texts[lang].dataset;
  return [values ? values.join(' | ') : columnTypes[type], list && several].filter(Boolean).join('; ');
}
