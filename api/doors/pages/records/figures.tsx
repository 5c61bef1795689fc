import { type Language, locales } from '../../../language.ts';
import { type Forms, formFor } from '../../../texts/words.ts';

type Figure = readonly [count: number, label: Forms, href: string];

/** Large figures, each leading to what it counts. */
export function Figures({ figures, lang }: { figures: readonly Figure[]; lang: Language }) {
  return (
    <ul class="figures">
      {figures.map(([count, label, to]) => {
        const told = (
          <>
            <strong>{count.toLocaleString(locales[lang])}</strong> {formFor(count, label, lang)}
          </>
        );
        return <li>{count > 0 ? <a href={to}>{told}</a> : <span class="none">{told}</span>}</li>;
      })}
    </ul>
  );
}
