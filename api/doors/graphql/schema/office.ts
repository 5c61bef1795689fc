import { phoneUri } from '../../../catalogue/model/phone.ts';
import { OfficeConfidence } from '../../../database/generated/enums.ts';
import { builder } from '../base/builder.ts';
import { enumRef } from '../read/list-arguments.ts';
import { Municipality } from './refs.ts';

type OfficeOf = {
  readonly [Column in
    | 'officeOrganisation'
    | 'officeStreet'
    | 'officePostcode'
    | 'officePlace'
    | 'officePhone'
    | 'officeEmail'
    | 'officeNote'
    | 'officeSourceUrl'
    | 'officeSourceDate'
    | 'officeConfidence'
    | 'website']: string | null;
};

const Confidence = enumRef(
  'OfficeConfidence',
  Object.values(OfficeConfidence),
  'The weakest source of the telephone number and e-mail address of an office.',
);

const Office = builder.objectRef<OfficeOf>('Office').implement({
  description:
    'The public contact point of an administration as a whole: whom to call where nobody better is known.',
  fields: (t) => ({
    organisation: t.exposeString('officeOrganisation', { description: 'Name of the administration.' }),
    street: t.exposeString('officeStreet', { description: 'Street and number.' }),
    postcode: t.exposeString('officePostcode', { description: 'Postcode.' }),
    place: t.exposeString('officePlace', { description: 'Place.' }),
    phone: t.exposeString('officePhone', { description: 'Telephone number, as published.' }),
    phoneUri: t.string({
      description: 'That number as a link: `tel:` with the number in E.164.',
      resolve: ({ officePhone }) => phoneUri(officePhone),
    }),
    email: t.exposeString('officeEmail', { description: 'E-mail address.' }),
    website: t.exposeString('website', { description: 'Website of the administration.' }),
    reachable: t.boolean({
      nullable: false,
      description: 'Whether it has a telephone number or an e-mail address.',
      resolve: ({ officePhone, officeEmail }) => officePhone !== null || officeEmail !== null,
    }),
    confidence: t.field({
      type: Confidence,
      description: 'The weakest source of that number and address; SECONDARY is to be confirmed.',
      resolve: ({ officeConfidence }) => officeConfidence,
    }),
    note: t.exposeString('officeNote', { description: 'What is to be known about its sources, in German.' }),
    sourceUrl: t.exposeString('officeSourceUrl', {
      description: 'Page that the number and the address come from.',
    }),
    sourceDate: t.exposeString('officeSourceDate', {
      description: 'Date of that page; null where it shows none.',
    }),
  }),
});

builder.prismaObjectField(Municipality, 'office', (t) =>
  t.field({
    type: Office,
    nullable: true,
    description: 'Its office; null where none is known.',
    select: {
      officeOrganisation: true,
      officeStreet: true,
      officePostcode: true,
      officePlace: true,
      officePhone: true,
      officeEmail: true,
      officeNote: true,
      officeSourceUrl: true,
      officeSourceDate: true,
      officeConfidence: true,
      website: true,
    },
    resolve: (municipality) => (municipality.officeOrganisation === null ? null : municipality),
  }),
);
