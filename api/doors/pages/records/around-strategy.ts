import { catalogue } from '../../../catalogue/entities/catalogue.ts';
import type { Row } from '../../../catalogue/query/page.ts';
import type { Hub } from '../../../hub.ts';
import type { Language } from '../../../language.ts';
import { listFirst, type RelatedList } from '../../../publishing/records/related.ts';

type Filter = Readonly<Record<string, readonly string[]>>;

/** Some records, and the filter under which all of them are listed. */
export type Around = RelatedList & { readonly filter: Filter };

/** So many projects or strategies are enough. */
const enough = 6;

/** What belongs to a strategy: what its owners do in its fields, and which other strategies are about these. */
export async function aroundStrategy(
  hub: Hub,
  { slug, owners, fields }: Row,
  lang: Language,
): Promise<Readonly<Record<'projects' | 'strategies', Around>>> {
  const field = (fields as string[] | null) ?? [];
  const inFields: Filter = field.length > 0 ? { field } : {};
  const list = async (entity: 'projects' | 'strategies', filter: Filter, most: number) => ({
    ...(await listFirst(hub, catalogue[entity], filter, most, lang)),
    filter,
  });
  const [projects, strategies] = await Promise.all([
    list('projects', { municipality: (owners as string[] | null) ?? [], ...inFields }, enough),
    list('strategies', inFields, enough + 1),
  ]);
  const others = strategies.rows.filter((row) => row.slug !== slug).slice(0, enough);
  return { projects, strategies: { ...strategies, rows: others, total: strategies.total - 1 } };
}
