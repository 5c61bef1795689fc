import type { Dataset, DatasetName } from '../../../publishing/datasets/dataset.ts';

export type CommandName = 'curl' | 'graphql' | 'python' | 'r' | 'powerQuery';

/** Lines to copy that fetch a dataset, by program. AGS and telephone numbers stay texts in all of them. */
export function commandsFor({ name }: Dataset, base: string): Readonly<Record<CommandName, string>> {
  const variable = name.replaceAll('-', '_');
  const csv = `${base}/data/${name}.csv`;
  return {
    curl: `curl --fail --compressed --output ${name}.csv \\
  '${csv}'`,
    graphql: graphqlExamples[name],
    python: `import pandas as pd
${variable} = pd.read_json(
    "${base}/data/${name}.json",
    dtype=False, convert_dates=False)`,
    r: `${variable} <- read.csv(
  "${csv}",
  colClasses = "character", encoding = "UTF-8", na.strings = "")`,
    powerQuery: `let
  File = Csv.Document(
    Web.Contents("${csv}"),
    [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]),
  Rows = Table.PromoteHeaders(File, [PromoteAllScalars = true])
in
  Rows`,
  };
}

const firstOf = (list: string, fields: string) => `{
  ${list}(first: 20) {
    totalCount
    edges { node { ${fields} } }
  }
}`;

const graphqlExamples: Readonly<Record<DatasetName, string>> = {
  'who-does-what': firstOf(
    'municipalities',
    'name projects(first: 20) { edges { node { title status contact { organisation phone } } } }',
  ),
  projects: firstOf('projects', 'slug title status participations { role municipality { name } }'),
  strategies: firstOf('strategies', 'slug title status adoptedOn owners { name }'),
  contacts: firstOf('contacts', 'slug organisation unit email phone municipality { name }'),
  municipalities: firstOf('municipalities', 'ags name kind population district { name }'),
  fields: firstOf('fields', 'slug name projects { totalCount } strategies { totalCount }'),
  topics: firstOf('topics', 'slug name projects { totalCount }'),
  events: firstOf('events', 'slug title date place outcomes { field { name } volunteers }'),
  participations: firstOf('projects', 'slug participations { role municipality { ags } }'),
};
