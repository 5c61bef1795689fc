import { builder } from './builder.ts';
import { inLanguage, languageArgument } from './language.ts';
import { listOf, relations } from './lists.ts';
import { ProjectConnection } from './project.ts';

export const Topic = builder.prismaNode('Topic', {
  description: 'A subject from a controlled list, finer than a field of action.',
  id: { field: 'slug' },
  nullable: true,
  select: { slug: true },
});

const TopicConnection = builder.connectionObject(
  { type: Topic, name: 'TopicConnection' },
  { name: 'TopicEdge' },
);

builder.prismaObjectFields(Topic, (t) => ({
  slug: t.exposeString('slug', { nullable: false, description: 'Stable key.' }),
  name: t.string({
    nullable: false,
    description: 'Name.',
    args: { lang: t.arg(languageArgument) },
    select: { nameDe: true, nameEn: true },
    resolve: (topic, { lang }) => inLanguage(lang, topic.nameDe, topic.nameEn) ?? topic.nameDe,
  }),
  projects: t.field(
    listOf(
      ProjectConnection,
      'projects',
      'Projects on it.',
      (topic: { slug: string }) => topic.slug,
      relations.projectsOfTopic,
    ),
  ),
}));

builder.queryFields((t) => ({
  topic: t.prismaField({
    type: Topic,
    nullable: true,
    description: 'One topic; null where there is none.',
    args: { slug: t.arg.string({ required: true, description: 'Its stable key.' }) },
    resolve: (query, _root, { slug }, { hub }) =>
      hub.database.prisma.topic.findUnique({ ...query, where: { slug } }),
  }),
  topics: t.field(listOf(TopicConnection, 'topics', 'The topics.')),
}));
