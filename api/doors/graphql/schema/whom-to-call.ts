import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';
import { type Call, callSteps } from '../../../catalogue/calls/chain.ts';
import { phoneUri } from '../../../catalogue/calls/phone.ts';
import { readCalls, type Way, whomToCall } from '../../../catalogue/calls/whom-to-call.ts';
import { catalogue } from '../../../catalogue/entities/catalogue.ts';
import type { EntityName } from '../../../catalogue/model/entity.ts';
import { checkFilter } from '../../../catalogue/query/read-filter.ts';
import { type Asked as About, askedAbout, callInWords } from '../../../texts/calls/call-words.ts';
import { builder } from '../base/builder.ts';
import { type Context, loaderOf } from '../base/context.ts';
import { inLanguage, languageArgument, languageOf } from '../base/language.ts';
import { enumRef } from '../read/list-arguments.ts';
import { loadRecord } from '../read/record-loader.ts';
import { Contact, Municipality, Project, Strategy } from './refs.ts';

/** Somebody to call, and what about. */
type Asked = Call & { readonly about: About };

const Step = enumRef('CallStep', callSteps, 'The step of the chain that led to somebody to call.');

export const WhomToCall = builder.objectRef<Asked>('WhomToCall').implement({
  description:
    'Somebody to call, and why: a contact, or the office of an administration. All but the step OFFICE_ADDRESS have a telephone number or an e-mail address.',
  fields: (t) => ({
    step: t.field({
      type: Step,
      nullable: false,
      description: 'Which step of the chain.',
      resolve: (c) => c.step,
    }),
    why: t.string({
      nullable: false,
      description: 'Why just they, in a few words.',
      args: { lang: t.arg(languageArgument) },
      resolve: (call, { lang }) => callInWords(call, call.about, languageOf(lang)),
    }),
    organisation: t.exposeString('organisation', { nullable: false, description: 'Organisation.' }),
    unit: t.exposeString('unit', { description: 'Office within it.' }),
    role: t.string({
      description: 'What a contact is for.',
      args: { lang: t.arg(languageArgument) },
      resolve: (call, { lang }) => inLanguage(lang, call.roleDe, call.roleEn),
    }),
    phone: t.exposeString('phone', { description: 'Telephone number, as published.' }),
    phoneUri: t.string({
      description: 'That number as a link: `tel:` with the number in E.164.',
      resolve: (call) => phoneUri(call.phone),
    }),
    email: t.exposeString('email', { description: 'E-mail address.' }),
    website: t.exposeString('website', { description: 'Website.' }),
    street: t.exposeString('street', { description: 'Street and number of an office.' }),
    postcode: t.exposeString('postcode', { description: 'Postcode of an office.' }),
    place: t.exposeString('place', { description: 'Place of an office.' }),
    contact: t.field({
      type: Contact,
      nullable: true,
      description: 'The contact; null where it is an office.',
      resolve: (call, _args, context, info) =>
        call.contact === null ? null : loadRecord({ entity: 'contacts', key: call.contact }, context, info),
    }),
    municipality: t.field({
      type: Municipality,
      nullable: true,
      description: 'The municipality or Landkreis that it belongs to.',
      resolve: (call, _args, context, info) =>
        call.municipality === null
          ? null
          : loadRecord({ entity: 'municipalities', key: call.municipality }, context, info),
    }),
  }),
});

/** The way to a peer, in words and numbers; all of one request are read together. */
export const loadCall = (way: Way, context: Context): Promise<Asked | null> =>
  loaderOf(
    context,
    'calls',
    () =>
      new DataLoader<Way, Asked | null, string>(
        async (ways) =>
          (await readCalls(context.hub, ways)).map((call) => call && { ...call, about: 'work' as const }),
        { cacheKeyFn: (one) => JSON.stringify(one) },
      ),
  ).load(way);

const description =
  'Whom to call about it, the best first: its own contact, a contact of a participant for its field, the office of who leads or takes part, the Landkreis, the region; last an office of which only the address is known.';

async function loadCalls(
  entity: EntityName,
  key: string,
  from: string | null | undefined,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<Asked[]> {
  const calls = await loaderOf(
    context,
    info.fieldNodes[0],
    () =>
      new DataLoader<string, readonly Call[]>(async (keys) => {
        if (from) await checkFilter(context.hub, catalogue.municipalities, { near: from }, '');
        const found = await whomToCall(context.hub, entity, keys, from ?? null);
        return keys.map((one) => found.get(one) ?? []);
      }),
  ).load(key);
  return calls.map((call) => ({ ...call, about: askedAbout(entity) }));
}

const from = builder.args((t) => ({
  from: t.string({ description: 'AGS of who asks: among participants the nearest are first.' }),
}));

builder.prismaObjectField(Project, 'whomToCall', (t) =>
  t.field({
    type: [WhomToCall],
    nullable: false,
    description,
    args: from,
    select: { slug: true },
    resolve: ({ slug }, args, context, info) => loadCalls('projects', slug, args.from, context, info),
  }),
);
builder.prismaObjectField(Strategy, 'whomToCall', (t) =>
  t.field({
    type: [WhomToCall],
    nullable: false,
    description,
    args: from,
    select: { slug: true },
    resolve: ({ slug }, args, context, info) => loadCalls('strategies', slug, args.from, context, info),
  }),
);
builder.prismaObjectField(Municipality, 'whomToCall', (t) =>
  t.field({
    type: [WhomToCall],
    nullable: false,
    description: 'Whom to call there, the best first: its office, the Landkreis, the region.',
    select: { ags: true },
    resolve: ({ ags }, _args, context, info) => loadCalls('municipalities', ags, null, context, info),
  }),
);
builder.prismaObjectField(Contact, 'whomToCall', (t) =>
  t.field({
    type: [WhomToCall],
    nullable: false,
    description:
      'Whom to call: itself where that is possible, else the office of its municipality, the Landkreis, the region.',
    select: { slug: true },
    resolve: ({ slug }, _args, context, info) => loadCalls('contacts', slug, null, context, info),
  }),
);
builder.prismaObjectField(Contact, 'phoneUri', (t) =>
  t.string({
    description: 'The telephone number as a link: `tel:` with the number in E.164.',
    select: { phone: true },
    resolve: ({ phone }) => phoneUri(phone),
  }),
);
builder.prismaObjectField(Contact, 'reachable', (t) =>
  t.boolean({
    nullable: false,
    description: 'Whether it has a telephone number or an e-mail address.',
    select: { phone: true, email: true },
    resolve: ({ phone, email }) => phone !== null || email !== null,
  }),
);
