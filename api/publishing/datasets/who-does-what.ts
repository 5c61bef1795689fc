import { aboutProject, callSteps } from '../../catalogue/calls/chain.ts';
import { joinFirstCall } from '../../catalogue/calls/whom-to-call.ts';
import { projects } from '../../catalogue/entities/project.ts';
import { column, keysColumn } from '../../catalogue/model/columns.ts';
import { sizeClassNames, sizeClassSql } from '../../catalogue/model/sizes.ts';
import { visibleContacts } from '../../catalogue/model/visibility.ts';
import { MunicipalityKind, ProjectStatus } from '../../database/generated/enums.ts';
import { commaJoin, identifier, raw, type Sql, sql } from '../../database/sql.ts';
import type { Dataset } from './dataset.ts';
import { keyColumns, perParticipation, projectColumns } from './participations.ts';

const [municipality, project, role] = keyColumns;
const ofProject = (columnName: string) => {
  const original = projects.columns.find((one) => one.name === columnName);
  if (!original) throw new Error(`Projects have no column ${columnName}.`);
  return { ...original, sql: sql`p.${identifier(columnName)}` };
};

/** Keys of a project on the other side of a join table, and beside them their names. */
const keysAndNames = (one: 'field' | 'topic', what: string) => {
  const from = sql`FROM ${raw(`project_${one}`)} r JOIN ${identifier(one)} k ON k.slug = r.${identifier(one)} WHERE r.project = t.project ORDER BY k.slug`;
  const names = (language: string, words: Sql) =>
    column(`${one}_names_${language}`, 'text', `${what}, by name.`, {
      list: true,
      sql: sql`ARRAY(SELECT ${words} ${from})`,
    });
  return [
    keysColumn(`${one}s`, `${one}s`, `${what} (slugs).`, sql`SELECT k.slug ${from}`),
    names('de', sql`k.name_de`),
    names('en', sql`coalesce(k.name_en, k.name_de)`),
  ];
};

const ofContact = (columnName: string, type: 'text' | 'email' | 'phone' | 'key', description: string) =>
  column(columnName, type, description, {
    sql: sql`c.${identifier(columnName.replace(/^contact_?/, '') || 'slug')}`,
    ...(type === 'key' && { references: 'contacts' as const }),
  });

const steps = sql`ARRAY[${commaJoin(callSteps.map((step) => sql`${step}`))}]::text[]`;
const ofCall = (columnName: string, type: 'text' | 'email' | 'phone' | 'url', description: string) =>
  column(`call_${columnName}`, type, description, {
    sql: sql`call_to.${identifier(columnName)}`,
    from: 'offices',
  });

/** All in one table, for people with a spreadsheet: readable names beside the keys. */
export const whoDoesWhat: Dataset = {
  ...perParticipation,
  name: 'who-does-what',
  title: { de: 'Wer macht was', en: 'Who does what', fr: 'Qui fait quoi' },
  description: {
    de: 'Eine Zeile für jede Kommune und jedes Projekt, an dem sie beteiligt ist, mit lesbaren Namen und der Kontaktstelle: die Tabelle für Excel.',
    en: 'One row for each municipality and each project that it takes part in, with readable names and the contact: the table for a spreadsheet.',
    fr: 'Une ligne pour chaque commune et chaque projet auquel elle participe, avec des noms lisibles et le contact\u00a0: le tableau pour un tableur.',
  },
  columnJoins: (viewer) => sql`LEFT JOIN municipality d ON d.ags = m.district
    LEFT JOIN ${visibleContacts(viewer)} c ON c.slug = p.contact
    ${joinFirstCall(aboutProject(sql`p`), viewer)}`,
  // The built-in database lets nobody else in while it looks for whom to call about each of them.
  rowsPerPage: 50,
  columns: [
    municipality,
    column('municipality_name', 'text', 'Name of the municipality.', { required: true, sql: sql`m.name` }),
    column('municipality_kind', 'text', 'Stadtkreis, Landkreis, Große Kreisstadt, Stadt or Gemeinde.', {
      required: true,
      values: Object.values(MunicipalityKind),
      sql: sql`m.kind::text`,
    }),
    column('district', 'key', 'AGS of the Landkreis that it belongs to.', {
      references: 'municipalities',
      sql: sql`m.district`,
    }),
    column('district_name', 'text', 'Name of that Landkreis.', { sql: sql`d.name` }),
    column('population', 'integer', 'Number of inhabitants.', { sql: sql`m.population` }),
    column('size_class', 'text', 'Size class after BBSR.', {
      values: sizeClassNames,
      sql: sizeClassSql(sql`m.population`),
    }),
    project,
    column('project_title', 'text', 'Title of the project.', { required: true, sql: sql`p.title` }),
    role,
    column('status', 'text', 'Status as of the date of the source.', {
      required: true,
      values: Object.values(ProjectStatus),
      sql: sql`p.status::text`,
    }),
    ofProject('period_start'),
    ofProject('period_end'),
    ...keysAndNames('field', 'Fields of action'),
    ...keysAndNames('topic', 'Topics'),
    ofProject('summary_de'),
    ofProject('summary_en'),
    ofProject('funding_programme'),
    ofProject('budget_eur'),
    ofProject('website'),
    ofContact('contact', 'key', 'Contact (slug).'),
    ofContact('contact_organisation', 'text', 'Organisation of the contact.'),
    ofContact('contact_unit', 'text', 'Office within it.'),
    ofContact('contact_email', 'email', 'E-mail address of the office.'),
    ofContact('contact_phone', 'phone', 'Telephone number, as published.'),
    column('call_step', 'text', 'Which step of the chain says whom to call about the project.', {
      values: callSteps,
      sql: sql`(${steps})[call_to.step + 1]`,
    }),
    ofCall('organisation', 'text', 'Whom to call about the project: the first who can be reached.'),
    ofCall('unit', 'text', 'Office within that organisation.'),
    ofCall('email', 'email', 'Its e-mail address.'),
    ofCall('phone', 'phone', 'Its telephone number, as published.'),
    ofCall('website', 'url', 'Its website.'),
    ofProject('reusable'),
    ...projectColumns,
  ],
};
