import { countClasses } from './classes.ts';
import type { MunicipalityRow } from './contract.ts';
import type { LayerName } from './filters.ts';
import { known } from './known.ts';
import type { Texts } from './texts/texts.ts';

export interface LayerClass {
  key: string;
  label: string;
  /** of the patterns in look.ts */
  look: Look;
}

/** How an area is filled: five steps of the first hue, five of the second, or the paper for "nobody yet". */
export type Look = 'none' | `a${1 | 2 | 3 | 4 | 5}` | `b${1 | 2 | 3 | 4 | 5}`;

/** What a layer knows of a municipality. */
export type Counts = Pick<
  MunicipalityRow,
  'projects' | 'confirmed' | 'strategies' | 'strategyStatus' | 'contacts' | 'active'
>;

/** One question to the municipalities: into which classes they fall, and what is written on them. */
export interface Layer {
  classes: LayerClass[];
  classOf(row: Counts): LayerClass;
  /** what a row says in place of a figure */
  none: string;
  /** nothing where there is nothing to count */
  figure(row: Counts): string;
}

type Build = (texts: Texts, rows: readonly Counts[]) => Layer;

const strategyLooks: [status: string, look: Look][] = [
  ['IN_IMPLEMENTATION', 'b5'],
  ['ADOPTED', 'b4'],
  ['IN_PREPARATION', 'b3'],
  ['PLANNED', 'b2'],
  ['SUPERSEDED', 'b1'],
  ['UNKNOWN', 'b1'],
];

const build: Record<LayerName, Build> = {
  projects(texts, rows) {
    const steps = countClasses(rows.map(({ projects }) => projects));
    const classes = steps.map(({ from, to, step }) => ({
      key: `${from}-${to}`,
      label: texts.range(from, to),
      look: `a${step}` as Look,
    }));
    return layerOf(
      [...classes, nobody(texts.invitation)],
      (row) => {
        const at = steps.findIndex(({ from, to }) => row.projects >= from && row.projects <= to);
        return classes[at]?.key ?? 'none';
      },
      ({ projects }) => texts.count(projects),
      texts.nobodyYet,
    );
  },

  strategies(texts) {
    const classes = strategyLooks.map(([key, look]) => ({ key, label: texts.statuses[key] ?? key, look }));
    return layerOf(
      [...classes, nobody(texts.noStrategy)],
      (row) => row.strategyStatus ?? 'none',
      ({ strategies }) => texts.count(strategies),
    );
  },

  contacts: (texts) =>
    layerOf(
      [
        { key: 'active', label: texts.activePeople, look: 'b5' },
        { key: 'contact', label: texts.contactOnly, look: 'b3' },
        nobody(texts.noContact),
      ],
      (row) => (row.active ? 'active' : row.contacts ? 'contact' : 'none'),
      ({ contacts }) => texts.count(contacts),
    ),

  coverage: (texts) =>
    layerOf(
      [
        { key: '3', label: texts.covered[3], look: 'a5' },
        { key: '2', label: texts.covered[2], look: 'a3' },
        { key: '1', label: texts.covered[1], look: 'a1' },
        nobody(texts.invitation),
      ],
      (row) => String(coverageOf(row) || 'none'),
      (row) => (coverageOf(row) ? `${coverageOf(row)}/3` : ''),
      texts.nobodyYet,
    ),

  freshness: (texts) =>
    layerOf(
      [
        { key: 'all', label: texts.fresh.all, look: 'b5' },
        { key: 'some', label: texts.fresh.some, look: 'b3' },
        { key: 'old', label: texts.fresh.none, look: 'b1' },
        nobody(texts.noProjectYet),
      ],
      ({ projects, confirmed }) =>
        !projects ? 'none' : confirmed === projects ? 'all' : confirmed ? 'some' : 'old',
      ({ projects, confirmed }) => (projects ? `${confirmed}/${projects}` : ''),
    ),
};

export const layerFor = (name: LayerName, texts: Texts, rows: readonly Counts[]): Layer =>
  build[name](texts, rows);

const nobody = (label: string): LayerClass => ({ key: 'none', label, look: 'none' });

function layerOf(
  classes: LayerClass[],
  keyOf: (row: Counts) => string,
  figure: (row: Counts) => string,
  none?: string,
): Layer {
  const byKey = new Map(classes.map((one) => [one.key, one]));
  const nobody = known(byKey.get('none'), 'class of those that have nothing');
  return { classes, classOf: (row) => byKey.get(keyOf(row)) ?? nobody, none: none ?? nobody.label, figure };
}

/** Of project, strategy and contact, how many a municipality has. */
const coverageOf = ({ projects, strategies, contacts }: Counts): number =>
  [projects, strategies, contacts].filter(Boolean).length;
