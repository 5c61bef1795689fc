import DataLoader from 'dataloader';
import { catalogue } from '../../../catalogue/entities/catalogue.ts';
import { type Reason, reasonCodes } from '../../../catalogue/insight/peer-ranking.ts';
import {
  type Peer as FoundPeer,
  type Peers as FoundPeers,
  findPeers,
  noPeers,
} from '../../../catalogue/insight/peers.ts';
import { checkFilter } from '../../../catalogue/query/read-filter.ts';
import { reasonInWords } from '../../../texts/calls/peer-words.ts';
import { builder } from '../base/builder.ts';
import { loaderOf } from '../base/context.ts';
import { languageArgument, languageOf } from '../base/language.ts';
import { readSize } from '../base/paging.ts';
import { enumRef } from '../read/list-arguments.ts';
import { loadFound, loadFoundList, loadRecord } from '../read/record-loader.ts';
import { Contact, Municipality, Project, Strategy } from './refs.ts';
import { loadCall, WhomToCall } from './whom-to-call.ts';

const Code = enumRef('PeerReasonCode', reasonCodes, 'Why somebody is a good one to call.');

const PeerReason = builder.objectRef<Reason>('PeerReason').implement({
  description: 'One reason to call somebody, in words and numbers.',
  fields: (t) => ({
    code: t.field({ type: Code, nullable: false, description: 'Which reason.', resolve: (r) => r.code }),
    points: t.exposeInt('points', { nullable: false, description: 'What it adds to the score.' }),
    value: t.exposeFloat('value', {
      description: 'The number behind it: inhabitants, kilometres, or how many projects and strategies.',
    }),
    text: t.string({
      nullable: false,
      description: 'The reason in words.',
      args: { lang: t.arg(languageArgument) },
      resolve: (reason, { lang }) => reasonInWords(reason, languageOf(lang)),
    }),
  }),
});

const Peer = builder.objectRef<FoundPeer>('Peer').implement({
  description: 'A municipality that can be called, because it is comparable, close and ahead.',
  fields: (t) => ({
    municipality: t.field({
      type: Municipality,
      nullable: false,
      description: 'Who it is.',
      resolve: (peer, _args, context, info) =>
        loadFound({ entity: 'municipalities', key: peer.municipality }, context, info),
    }),
    score: t.exposeInt('score', { nullable: false, description: 'The sum of the points, at most 100.' }),
    reasons: t.field({
      type: [PeerReason],
      nullable: false,
      description: 'Why just this one.',
      resolve: (peer) => [...peer.reasons],
    }),
    contact: t.field({
      type: Contact,
      // The contact was public when the ranking was made; it can stop being so before it is loaded.
      nullable: true,
      description: 'The contact to call there; null where an office is the way, see `call`.',
      resolve: (peer, _args, context, info) =>
        peer.contact === null ? null : loadRecord({ entity: 'contacts', key: peer.contact }, context, info),
    }),
    call: t.field({
      type: WhomToCall,
      nullable: true,
      description:
        'Whom to call there: that contact, the office, or that of the Landkreis; null where nobody can be called.',
      resolve: (peer, _args, context) => (peer.way ? loadCall(peer.way, context) : null),
    }),
    project: t.field({
      type: Project,
      nullable: true,
      description: 'The project to ask for; null where it has strategies only.',
      resolve: (peer, _args, context, info) =>
        peer.about === null ? null : loadRecord({ entity: 'projects', key: peer.about }, context, info),
    }),
    also: t.field({
      type: [Municipality],
      nullable: false,
      description: 'Others that are ahead, and whose way ends at the same contact or office.',
      resolve: (peer, _args, context, info) => loadFoundList('municipalities', peer.also, context, info),
    }),
    projects: t.field({
      type: [Project],
      nullable: false,
      description: 'Its running and completed projects in the field, by title.',
      resolve: (peer, _args, context, info) => loadFoundList('projects', peer.projects, context, info),
    }),
    strategies: t.field({
      type: [Strategy],
      nullable: false,
      description: 'Its strategies in the field that are adopted or being put into practice, by title.',
      resolve: (peer, _args, context, info) => loadFoundList('strategies', peer.strategies, context, info),
    }),
  }),
});

const PeerList = builder.objectRef<FoundPeers>('PeerList').implement({
  description: 'Whom a municipality can call, the best first.',
  fields: (t) => ({
    totalCount: t.int({
      nullable: false,
      description:
        'How many suggestions lead to somebody with a telephone number or an e-mail address; not cut by `first`.',
      resolve: ({ reachable }) => reachable,
    }),
    withoutContact: t.exposeInt('withoutContact', {
      nullable: false,
      description:
        'How many municipalities are ahead, but have no contact or office of their own that can be called.',
    }),
    peers: t.field({
      type: [Peer],
      nullable: false,
      description:
        'Those asked for; who can be called stands before who cannot, and who has an office of their own before who is called through the Landkreis.',
      resolve: async ({ ranked }) => [...(await ranked())],
    }),
  }),
});

builder.prismaObjectField(Municipality, 'peers', (t) =>
  t.field({
    type: PeerList,
    nullable: false,
    description:
      'Whom it can call: municipalities that are comparable (size, kind), close (distance, border, district) and ahead (a running or completed project, or a strategy that is adopted or being put into practice), each with the way to somebody who can be called.',
    args: {
      field: t.arg.string({ description: 'Ahead in this field of action (slug); without it in anything.' }),
      first: t.arg.int({
        required: true,
        defaultValue: 5,
        description: 'How many, at most 100; more is refused.',
      }),
    },
    select: { ags: true },
    resolve: async (municipality, { field, first }, context, info) => {
      const size = readSize('first', first) ?? 0;
      const loader = loaderOf(
        context,
        info.fieldNodes[0],
        () =>
          new DataLoader<string, FoundPeers>(async (agses) => {
            if (typeof field === 'string') await checkFilter(context.hub, catalogue.projects, { field }, '');
            const fields = typeof field === 'string' ? [field] : [];
            const found = await findPeers(context.hub, fields, agses, size, context.time.signal);
            return agses.map((ags) => found.get(ags) ?? noPeers);
          }),
      );
      return loader.load(municipality.ags);
    },
  }),
);
