import { type Language, locales } from '../../../language.ts';
import { listWords } from '../../../texts/pages/list-words.ts';

type Pages = {
  readonly page: number;
  readonly pages: number;
  readonly lang: Language;
  readonly to: (page: number) => string;
};

/** On to the next page and back; where there is one alone, nothing. */
export function PageLinks({ page, pages, lang, to }: Pages) {
  if (pages === 1) return null;
  const w = listWords[lang];
  const number = (value: number) => value.toLocaleString(locales[lang]);
  return (
    <nav class="pages" aria-label={w.pages}>
      {page > 1 && (
        <a href={to(page - 1)} rel="prev">
          ← {w.previous}
        </a>
      )}
      <span>{w.page(number(page), number(pages))}</span>
      {page < pages && (
        <a href={to(page + 1)} rel="next">
          {w.next} →
        </a>
      )}
    </nav>
  );
}
