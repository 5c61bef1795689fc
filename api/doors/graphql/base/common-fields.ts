import { catalogue } from '../../../catalogue/entities/catalogue.ts';
import type { EntityName } from '../../../catalogue/model/entity.ts';
import { builder } from './builder.ts';
import type { Context } from './context.ts';
import { inLanguage, languageArgument } from './language.ts';

/** The name of what a region has words of its own for. */
export const name = {
  nullable: false,
  args: builder.args((t) => ({ lang: t.field(languageArgument) })),
  select: { nameDe: true, nameEn: true },
  resolve: (
    { nameDe, nameEn }: { nameDe: string; nameEn: string | null },
    { lang }: { lang: string },
  ): string => inLanguage(lang, nameDe, nameEn) ?? nameDe,
} as const;

export const changedAt = { type: 'DateTime', nullable: false } as const;

export const urlIn = (entity: EntityName) =>
  ({
    nullable: false,
    resolve: (record: object, _args: object, { baseUrl }: Context) =>
      `${baseUrl}/${entity}/${(record as Record<string, string>)[catalogue[entity].key]}`,
  }) as const;
