import { builder } from '../base/builder.ts';
import * as common from '../base/common-fields.ts';
import { listOf, relatedList } from '../read/lists.ts';
import { recordOf } from '../read/record-of.ts';
import { Topic } from './refs.ts';

builder.prismaObjectFields(Topic, (t) => ({
  slug: t.exposeString('slug', { nullable: false }),
  name: t.string(common.name),
  sourceUrl: t.exposeString('sourceUrl'),
  confirmedAt: t.exposeString('confirmedAt'),
  changedAt: t.expose('changedAt', common.changedAt),
  url: t.string(common.urlIn('topics')),
  projects: t.field(relatedList('topics', 'projects', 'projects', 'Projects on it.')),
}));

builder.queryFields((t) => ({
  topic: t.field(recordOf(Topic, 'topics', 'One topic; null where there is none.')),
  topics: t.field(listOf('topics', 'The topics.')),
}));
