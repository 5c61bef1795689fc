import { catalogue } from '../../../catalogue/entities/catalogue.ts';
import type { EntityName } from '../../../catalogue/model/entity.ts';
import { builder } from './builder.ts';
import type { Context } from './context.ts';
import { inLanguage, languageArgument } from './language.ts';

/** What the fields that records of several types have are like. */
export const slug = { nullable: false, description: 'Stable key; part of its address.' } as const;

export const title = { nullable: false, description: 'Title.' } as const;

/** The name of what a region has words of its own for. */
export const name = {
  nullable: false,
  description: 'Name.',
  args: builder.args((t) => ({ lang: t.field(languageArgument) })),
  select: { nameDe: true, nameEn: true },
  resolve: (
    { nameDe, nameEn }: { nameDe: string; nameEn: string | null },
    { lang }: { lang: string },
  ): string => inLanguage(lang, nameDe, nameEn) ?? nameDe,
} as const;

export const sourceUrl = { nullable: false, description: 'Page that the facts come from.' } as const;

/** Of records whose facts do not all come from one page. */
export const optionalSourceUrl = { description: sourceUrl.description } as const;

export const sourceDate = { description: 'Date of that page.' } as const;

export const confirmedAt = {
  description: 'Day on which somebody in charge last confirmed the record; null: never yet.',
} as const;

export const changedAt = {
  type: 'DateTime',
  nullable: false,
  description: 'When the record last changed in the hub.',
} as const;

export const urlIn = (entity: EntityName) =>
  ({
    nullable: false,
    description: "Address of the record's page.",
    resolve: (record: object, _args: object, { baseUrl }: Context) =>
      `${baseUrl}/${entity}/${(record as Record<string, string>)[catalogue[entity].key]}`,
  }) as const;
