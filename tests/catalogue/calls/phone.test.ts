import { describe, expect, it } from 'vitest';
import { dialled, phoneUri } from '../../../api/catalogue/calls/phone.ts';

describe('a telephone number', () => {
  it.each([
    ['07642 6894-0', '+49764268940'],
    ['07642/6894-0', '+49764268940'],
    ['+49 (0) 761 201-0', '+497612010'],
    ['(0761) 201-0', '+497612010'],
    ['0800 111 0 111', '+498001110111'],
    ['+33 3 88 00 00 00', '+33388000000'],
  ])('%s is dialled %s', (phone, number) => {
    expect(dialled(phone)).toBe(number);
    expect(phoneUri(phone)).toBe(`tel:${number}`);
  });

  it.each(['7612010', '201-0', '0761', '0761 201-0/-12', '0761 201-0/0761 201-12', '012345', 'ask Ms X'])(
    '%s cannot be dialled',
    (phone) => {
      expect(dialled(phone)).toBeNull();
      expect(phoneUri(phone)).toBeNull();
    },
  );
});
