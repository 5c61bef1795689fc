import type { GraphQLResolveInfo } from 'graphql';
import type { EntityName } from '../../../catalogue/model/entity.ts';
import { builder } from '../base/builder.ts';
import type { Context } from '../base/context.ts';
import { loadRecord } from './record-loader.ts';

/** The field of one record of an entity by its slug. */
export function recordOf<Type, Name extends EntityName>(type: Type, entity: Name, description: string) {
  return {
    type,
    nullable: true,
    description,
    args: builder.args((t) => ({ slug: t.string({ required: true, description: 'Its stable key.' }) })),
    resolve: (_root: object, { slug }: { slug: string }, context: Context, info: GraphQLResolveInfo) =>
      loadRecord({ entity, key: slug }, context, info),
  } as const;
}
