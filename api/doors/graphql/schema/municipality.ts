import { wholePattern } from '../../../catalogue/model/patterns.ts';
import { sizeClassNames, sizeClassOf } from '../../../catalogue/model/sizes.ts';
import { MunicipalityKind } from '../../../database/generated/enums.ts';
import { badInput } from '../../../errors.ts';
import { builder } from '../base/builder.ts';
import * as common from '../base/common-fields.ts';
import { enumRef } from '../read/list-arguments.ts';
import { listOf, relatedList } from '../read/lists.ts';
import { loadRecord } from '../read/record-loader.ts';
import { Municipality } from './refs.ts';

const Kind = enumRef('MunicipalityKind', Object.values(MunicipalityKind), 'What kind of municipality it is.');
const SizeClass = enumRef('SizeClass', sizeClassNames, 'Size class after BBSR.');

builder.prismaObjectFields(Municipality, (t) => ({
  ags: t.exposeString('ags', {
    nullable: false,
  }),
  name: t.exposeString('name', { nullable: false }),
  kind: t.field({
    type: Kind,
    nullable: false,
    select: { kind: true },
    resolve: (m) => m.kind,
  }),
  district: t.relation('district', { description: 'The Landkreis that it belongs to.' }),
  seat: t.exposeString('seat'),
  population: t.exposeInt('population'),
  populationDate: t.exposeString('populationDate'),
  sizeClass: t.field({
    type: SizeClass,
    select: { population: true },
    resolve: (m) => sizeClassOf(m.population),
  }),
  areaKm2: t.exposeFloat('areaKm2'),
  latitude: t.exposeFloat('latitude', {}),
  longitude: t.exposeFloat('longitude'),
  website: t.exposeString('website'),
  wfrMember: t.exposeBoolean('wfrMember', {}),
  source: t.exposeString('source', { nullable: false }),
  sourceUrl: t.exposeString('sourceUrl'),
  confirmedAt: t.exposeString('confirmedAt'),
  changedAt: t.expose('changedAt', common.changedAt),
  url: t.string(common.urlIn('municipalities')),
  neighbours: t.field({
    type: [Municipality],
    nullable: false,
    description: 'Municipalities of the region that it shares a border with, by name.',
    select: (_args, _context, nested) => ({
      neighbours: { select: { neighbour: nested() }, orderBy: { neighbour: { nameSort: 'asc' } } },
    }),
    resolve: (m) => m.neighbours.map(({ neighbour }) => neighbour),
  }),
  members: t.field(
    relatedList('municipalities', 'members', 'municipalities', 'The municipalities of a Landkreis.'),
  ),
  projects: t.field(relatedList('municipalities', 'projects', 'projects', 'Projects that it takes part in.')),
  strategies: t.field(relatedList('municipalities', 'strategies', 'strategies', 'Its strategies.')),
  contacts: t.field(relatedList('municipalities', 'contacts', 'contacts', 'Its public contacts.')),
}));

const ofAgs = wholePattern('ags');

builder.queryFields((t) => ({
  municipality: t.field({
    type: Municipality,
    nullable: true,
    description: 'One municipality or Landkreis; null where there is none.',
    args: { ags: t.arg.string({ required: true, description: 'Official municipality key, 8 or 5 digits.' }) },
    resolve: (_root, { ags }, context, info) => {
      if (!ofAgs.test(ags))
        throw badInput('ags', ags, 'allowed are 8 digits, or the 5 digits of a Landkreis');
      return loadRecord({ entity: 'municipalities', key: ags }, context, info);
    },
  }),
  municipalities: t.field(listOf('municipalities', 'Municipalities and Landkreise.')),
}));
