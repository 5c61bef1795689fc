import { layers, parts, views, filterNames as widgetFilters } from '../../../../map-widget/model/filters.ts';
import { catalogue } from '../../../catalogue/entities/catalogue.ts';
import type { FilterInput } from '../../../catalogue/query/read-filter.ts';
import { badInput } from '../../../errors.ts';
import type { Language } from '../../../language.ts';
import { filterNames, readParameters } from '../../../publishing/datasets/read-parameters.ts';

/** What the map can be told beside its filters: the attributes of the widget under the same names. */
export const embedOptions = {
  view: views,
  layer: layers,
  theme: ['light', 'dark', 'auto'],
} as const;
type Option = keyof typeof embedOptions;

export type Embed = {
  readonly lang: Language;
  readonly filter: Readonly<Record<string, readonly string[]>>;
  readonly options: Readonly<Partial<Record<Option | 'height' | 'project' | 'home' | 'hide', string>>>;
  /** Filters and options that a visitor cannot change. */
  readonly locked: readonly string[];
};

/**
 * Reads the parameters of `/embed`, of its builder and of `/`. An empty one is none: that is what a form sends.
 * @throws CallerError for a parameter or value that does not exist.
 */
export function readEmbed(given: URLSearchParams): Embed {
  const search = new URLSearchParams([...given].filter(([, value]) => value !== ''));
  const locked = search.getAll('locked').flatMap((names) => names.split(/[\s,]+/));
  search.delete('locked');
  // `title=off` says the same as `hide=title`.
  const off = parts.filter((name) => search.has(name));
  for (const name of off)
    if (search.get(name) !== 'off') throw badInput(`?${name}`, search.get(name), 'allowed is off');
  const hidden = [...search.getAll('hide').flatMap((names) => names.split(/[\s,]+/)), ...off];
  for (const name of [...off, 'hide']) search.delete(name);
  const names = filterNames(catalogue.projects);
  const parameters = readParameters(search, names, [
    ...Object.keys(embedOptions),
    'height',
    'project',
    'home',
    'lang',
  ]);
  const { lang: _, ...said } = parameters.given;
  const options = hidden.length > 0 ? { ...said, hide: [...new Set(hidden)].join(' ') } : said;
  const { km, ...others } = parameters.filter as Record<string, string[]>;
  for (const [name, allowed] of Object.entries(embedOptions)) {
    const value = said[name];
    if (value !== undefined && !(allowed as readonly string[]).includes(value))
      throw badInput(`?${name}`, value, `allowed are ${allowed.join(', ')}`);
  }
  if (said.height !== undefined && !/^\d{1,4}(px|rem|em|vh)?$/.test(said.height))
    throw badInput('?height', said.height, 'allowed is a height such as 480px or 30rem');
  const noPart = hidden.find((name) => !(parts as readonly string[]).includes(name));
  if (noPart !== undefined) throw badInput('?hide', noPart, `allowed are ${parts.join(', ')}`);
  const lockable = [...names, ...Object.keys(embedOptions), 'project', 'home'];
  // Whoever may choose the circle may leave the place.
  if (locked.includes('near') && !locked.includes('km')) locked.push('km');
  const unknown = locked.find((name) => !lockable.includes(name));
  if (unknown !== undefined) throw badInput('?locked', unknown, `allowed are ${lockable.join(', ')}`);
  return {
    lang: parameters.lang,
    // A circle without its centre is none.
    filter: km && (others.near || locked.includes('km')) ? { ...others, km } : others,
    options,
    locked,
  };
}

/** The filters that the hub is asked for: a circle that is held waits for its centre. */
export function askedOf({ filter }: Embed): FilterInput {
  const { km, ...others } = filter;
  return others.near ? filter : others;
}

/** The parameters that say the same; `changed` filters replace those of their name. */
export function embedQuery({ lang, filter, options, locked }: Embed, changed: FilterInput = {}): string {
  const search = new URLSearchParams();
  for (const [name, values] of Object.entries({ ...filter, ...changed }))
    for (const value of [values ?? []].flat() as string[]) search.append(name, value);
  for (const [name, value] of Object.entries(options)) if (value) search.set(name, value);
  if (locked.length > 0) search.set('locked', locked.join(' '));
  if (lang !== 'de') search.set('lang', lang);
  const query = search.toString();
  return query && `?${query}`;
}

/** The attributes of `<digitale-wege-map>` that say the same; filters without a control stand in one of them. */
export function widgetAttributes({ lang, filter, options, locked }: Embed): Record<string, string> {
  const own: readonly string[] = [...widgetFilters, 'municipality'];
  const attributes: Record<string, string> = {};
  const others = new URLSearchParams();
  for (const [name, values] of Object.entries(filter))
    if (own.includes(name)) attributes[attributeOf(name)] = values.join(' ');
    else for (const value of values) others.append(name, value);
  // One of them that is locked holds them all.
  const held = locked.some((name) => others.has(name)) ? [...locked, 'filter'] : locked;
  return {
    ...attributes,
    ...(others.size > 0 && { filter: String(others) }),
    ...(options as Record<string, string>),
    ...(held.length > 0 && { locked: held.join(' ') }),
    lang,
  };
}

const attributeOf = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
