import type { Column } from '../../../catalogue/model/entity.ts';
import type { Row } from '../../../catalogue/query/page.ts';
import { type Language, locales } from '../../../language.ts';
import type { Dataset } from '../../../publishing/datasets/dataset.ts';
import { textOf } from '../../../publishing/formats/csv.ts';
import { texts } from '../../../texts/texts.ts';

type Shown = {
  readonly dataset: Dataset;
  readonly rows: readonly Row[];
  readonly count: number;
  readonly lang: Language;
};

/** What people have written is German, or what the name of the column says. */
function writtenIn({ name, type, values, references }: Column, lang: Language): Language | undefined {
  if (type !== 'text' || values || references) return undefined;
  const written = name.endsWith('_en') ? 'en' : 'de';
  return written === lang ? undefined : written;
}

/** The first rows as a table, wider than the page: it scrolls by itself, with the keyboard as well. */
export function Preview({ dataset: { columns, title }, rows, count, lang }: Shown) {
  const t = texts[lang].dataset;
  const number = (value: number) => new Intl.NumberFormat(locales[lang]).format(value);
  return (
    <section>
      <h2 id="preview">{t.preview}</h2>
      <p>{t.previewOf(number(rows.length), number(count))}</p>
      <section class="preview" tabindex={0} aria-label={`${t.preview}: ${title[lang]}`}>
        <table>
          <thead>
            <tr>
              {columns.map(({ name }) => (
                <th scope="col">{name}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr>
                {columns.map((column) => (
                  <td class={column.type === 'integer' || column.type === 'number' ? 'number' : undefined}>
                    <span lang={writtenIn(column, lang)}>{textOf(row[column.name])}</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
