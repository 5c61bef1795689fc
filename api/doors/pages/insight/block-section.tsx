import type { Hub } from '../../../hub.ts';
import { href, type Language } from '../../../language.ts';
import { PlotPicture } from '../../../publishing/plots/plot-picture.tsx';
import { insightTexts } from '../../../texts/insight/insight.ts';
import { More } from '../records/more.tsx';
import { Sentence } from '../sentence.tsx';
import type { Cell } from './block.ts';
import type { ShownBlock } from './read-insight.ts';

/** Widths that a plot is drawn in; the page shows the one that fits. */
const widths = [
  ['wide', 680],
  ['narrow', 320],
] as const;

/** The colours of a plot that stands in a page are those of the page. */
const pageColours = (token: string): string => `var(--dw-${token})`;

type Shown = {
  readonly hub: Hub;
  readonly lang: Language;
  readonly of: ShownBlock;
  /** On its own page a block has its table open and no heading of its own. */
  readonly alone?: boolean;
};

/** A question with its answer: a sentence, a plot, the table behind it, and files. */
export function BlockSection({ lang, of: { block, shown }, alone = false }: Shown) {
  const t = insightTexts[lang];
  const { sentence, note, plot, rows } = shown;
  const path = `/insight/${block.name}`;
  return (
    <section class="block" id={alone ? undefined : block.name}>
      {!alone && <h2>{t.blocks[block.name].title}</h2>}
      <p class="sentence">
        <Sentence pieces={sentence} />
      </p>
      {plot && (
        <figure class="plot">
          {widths.map(([name, width]) => (
            <PlotPicture
              plot={plot}
              width={width}
              colours={pageColours}
              id={`${block.name}-${name}`}
              class={name}
            />
          ))}
        </figure>
      )}
      {note && <p class="muted">{note}</p>}
      {rows.length > 0 && (
        <details open={alone || plot === null}>
          <summary>{t.table}</summary>
          <BlockTable lang={lang} of={{ block, shown }} />
          <More
            total={rows.length + (shown.more ?? 0)}
            shown={rows.length}
            lang={lang}
            all={href(`${path}.xlsx`, lang)}
          />
        </details>
      )}
      <p class="files">
        {['csv', 'xlsx'].map((format) => (
          <a href={href(`${path}.${format}`, lang)}>{format === 'csv' ? 'CSV' : 'Excel'}</a>
        ))}
        {plot &&
          ['svg', 'png'].map((format) => (
            <a href={href(`${path}.${format}`, lang)}>{format.toUpperCase()}</a>
          ))}
        {!alone && <a href={href(path, lang)}>{t.page}</a>}
      </p>
    </section>
  );
}

function BlockTable({ lang, of: { shown, block } }: { lang: Language; of: ShownBlock }) {
  const t = insightTexts[lang];
  const { columns, rows } = shown;
  const isNumber = (type: string) => type === 'integer' || type === 'number';
  return (
    <section class="scroll" tabindex={0} aria-label={t.blocks[block.name].title}>
      <table>
        <thead>
          <tr>
            {columns.map(({ name, type }) => (
              <th scope="col" class={isNumber(type) ? 'number' : undefined}>
                {t.columns[name] ?? name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {columns.map(({ name, type }) => (
                <td class={isNumber(type) ? 'number' : undefined} lang={row[name]?.lang}>
                  <CellText cell={row[name]} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function CellText({ cell }: { cell: Cell | undefined }) {
  const text = cell?.text ?? String(cell?.value ?? '');
  return cell?.href && text ? <a href={cell.href}>{text}</a> : text;
}
