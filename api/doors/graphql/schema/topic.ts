import { builder } from '../base/builder.ts';
import * as common from '../base/common-fields.ts';
import { listOf, relatedList } from '../read/lists.ts';
import { recordOf } from '../read/record-loader.ts';
import { ProjectConnection, Topic, TopicConnection } from './refs.ts';

builder.prismaObjectFields(Topic, (t) => ({
  slug: t.exposeString('slug', common.slug),
  name: t.string(common.name),
  sourceUrl: t.exposeString('sourceUrl', common.optionalSourceUrl),
  confirmedAt: t.exposeString('confirmedAt', common.confirmedAt),
  changedAt: t.expose('changedAt', common.changedAt),
  url: t.string(common.urlIn('topics')),
  projects: t.field(relatedList(ProjectConnection, 'topics', 'projects', 'Projects on it.')),
}));

builder.queryFields((t) => ({
  topic: t.field(recordOf(Topic, 'topics', 'One topic; null where there is none.')),
  topics: t.field(listOf(TopicConnection, 'topics', 'The topics.')),
}));
