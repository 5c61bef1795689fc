import { describe, expect, it } from 'vitest';
import { planOfSelection } from '../../../api/doors/graphql/read/selection.ts';

describe('a selection of records', () => {
  it('becomes a plan of its columns and of the records that hang on them, in their order', () => {
    const { columns, related } = planOfSelection('Project', {
      select: { title: true, participations: { select: { role: true }, orderBy: { position: 'asc' } } },
    });
    expect([...columns]).toEqual(['title']);
    expect(related.map(({ property, orderBy, plan }) => [property, orderBy, [...plan.columns]])).toEqual([
      ['participations', [{ position: 'asc' }], ['role']],
    ]);
  });

  it.each([
    ['where', { where: { role: 'LEAD' } }],
    ['take', { take: 3 }],
    ['skip', { skip: 1 }],
    ['include', { include: { municipality: true } }],
  ])(
    'that says %s is an error: left out without a word it would give out more than was meant',
    (key, extra) => {
      const selection = { select: { participations: { select: { role: true }, ...extra } } };
      expect(() => planOfSelection('Project', selection as never)).toThrow(
        `A selection of Participation has ${key}, which is not read.`,
      );
    },
  );

  it('of records of which nothing is said is an error', () => {
    expect(() => planOfSelection('Project', { select: { contact: true } })).toThrow(
      'Project.contact is selected whole, which is not read.',
    );
  });
});
