import type { Language } from '../../../language.ts';
import { recordTexts } from '../../../texts/pages/record.ts';

type Shown = {
  readonly total: number;
  readonly shown: number;
  readonly lang: Language;
  /** Where all of them are listed. */
  readonly all: string;
};

/** Behind the first of a list: how many more there are, and where; nothing where these are all. */
export function More({ total, shown, lang, all }: Shown) {
  const t = recordTexts[lang];
  if (total <= shown) return null;
  return (
    <p>
      <a href={all}>
        {t.more(total - shown)} – {t.all}
      </a>
    </p>
  );
}
