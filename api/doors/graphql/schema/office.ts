import { phoneUri } from '../../../catalogue/calls/phone.ts';
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
    organisation: t.exposeString('officeOrganisation'),
    street: t.exposeString('officeStreet'),
    postcode: t.exposeString('officePostcode'),
    place: t.exposeString('officePlace'),
    phone: t.exposeString('officePhone'),
    phoneUri: t.string({
      description: 'That number as a link: `tel:` with the number in E.164.',
      resolve: ({ officePhone }) => phoneUri(officePhone),
    }),
    email: t.exposeString('officeEmail'),
    website: t.exposeString('website'),
    reachable: t.boolean({
      nullable: false,
      description: 'Whether it has a telephone number or an e-mail address.',
      resolve: ({ officePhone, officeEmail }) => officePhone !== null || officeEmail !== null,
    }),
    confidence: t.field({
      type: Confidence,
      resolve: ({ officeConfidence }) => officeConfidence,
    }),
    note: t.exposeString('officeNote'),
    sourceUrl: t.exposeString('officeSourceUrl', {}),
    sourceDate: t.exposeString('officeSourceDate', {}),
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
