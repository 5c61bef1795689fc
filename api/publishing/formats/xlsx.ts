import { everyDataset, type Format } from './format.ts';

/** A sheet of Excel has 1,048,576 rows, and one of them is the header. */
const maxRows = 1_048_575;

export const xlsx: Format = {
  extension: 'xlsx',
  contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  label: 'Excel',
  description:
    'XLSX: keys and telephone numbers as text, whole days as dates; the second sheet explains the columns.',
  binary: true,
  maxRows,
  options: {},
  fits: everyDataset,
  async *write(content) {
    const { writeWorkbook } = await import('./xlsx-workbook.ts');
    yield* writeWorkbook(content);
  },
};
