import { recordTexts } from '../../../texts/pages/record.ts';
import { texts } from '../../../texts/texts.ts';
import { germanIn, localisedIn, precisely, readableDate } from '../../../texts/words.ts';
import { Sentence } from '../sentence.tsx';
import type { Told } from './told.ts';

/** What was held, and what came of it, in sentences. */
export function EventStory({ site: { lang }, found }: Told) {
  const t = recordTexts[lang];
  const { record, named } = found;
  const fields = (column: string) =>
    ((record[column] as string[] | null) ?? []).map((slug) => named.fields?.[slug] ?? slug).join('; ');
  const piece = (text: string) => ({ text, lang: localisedIn(lang) });
  const [some, none] = [fields('volunteers_for'), fields('no_volunteers_for')];
  const date = String(record.date);
  const number = (count: unknown) => Number(count).toLocaleString(lang);
  const who = record.participants
    ? precisely(number(record.participants), record.participants_precision, texts[lang])
    : null;
  const tell = date.length === 10 ? t.took : t.tookIn;
  return (
    <section>
      <p>
        {tell(readableDate(date, lang), (record.place as string | null) ?? null, who)}{' '}
        {record.organiser ? (
          <Sentence pieces={t.invited({ text: String(record.organiser), lang: germanIn(lang) })} />
        ) : null}{' '}
        {record.rounds && record.tables ? t.rounds(number(record.rounds), number(record.tables)) : null}
      </p>
      {(some || none) && <h2>{t.outcome}</h2>}
      {some && (
        <p>
          <Sentence pieces={t.volunteersFor(piece(some))} />
        </p>
      )}
      {none && (
        <p>
          <Sentence pieces={t.noVolunteersFor(piece(none))} />
        </p>
      )}
    </section>
  );
}
