import type { Language } from '../../../language.ts';
import type { Dataset } from '../../../publishing/datasets/dataset.ts';
import { formatsOf } from '../../../publishing/datasets/register.ts';
import { texts } from '../../../texts/texts.ts';

/** What opens with a double click in the program that most people have. */
export function DownloadButtons({ dataset: { name, title }, lang }: { dataset: Dataset; lang: Language }) {
  const t = texts[lang].dataset;
  const buttons = [
    [t.excelXlsx, `/data/${name}.xlsx`],
    [t.excelCsv, `/data/${name}.csv?profile=excel-de`],
  ];
  return (
    <p class="buttons">
      {buttons.map(([label, file]) => (
        <a class="button strong" href={file} aria-label={`${label}: ${title[lang]}`}>
          {label}
        </a>
      ))}
    </p>
  );
}

/** Every format with raw values. */
export function RawDownloads({ dataset, lang }: { dataset: Dataset; lang: Language }) {
  const raw = formatsOf(dataset).filter(({ binary }) => !binary);
  return (
    <p class="buttons">
      <span class="muted">{texts[lang].dataset.forMachines}</span>{' '}
      {raw.map(({ extension, label }) => (
        <a class="button" href={`/data/${dataset.name}.${extension}`}>
          {label}
        </a>
      ))}
    </p>
  );
}
