import { recordTexts } from '../../../texts/pages/record.ts';
import { texts } from '../../../texts/texts.ts';
import { precisely, readableDate } from '../../../texts/words.ts';
import type { Told } from './told.ts';

/** What was held, and what came of it, in sentences. */
export function EventStory({ site: { lang }, found }: Told) {
  const t = recordTexts[lang];
  const { record, named } = found;
  const fields = (column: string) =>
    ((record[column] as string[] | null) ?? []).map((slug) => named.fields?.[slug] ?? slug).join('; ');
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
        {record.organiser ? t.invited(String(record.organiser)) : null}{' '}
        {record.rounds && record.tables ? t.rounds(number(record.rounds), number(record.tables)) : null}
      </p>
      {(some || none) && <h2>{t.outcome}</h2>}
      {some && <p>{t.volunteersFor(some)}</p>}
      {none && <p>{t.noVolunteersFor(none)}</p>}
    </section>
  );
}
