import { noYear, yearColumn } from './columns.ts'
import type { DatasetDescription } from './dataset.ts'

/** Transfers of major weapons. */
export const sipriArms: DatasetDescription = {
  id: 'sipri-arms',
  title: 'SIPRI: transfers of major arms',
  producer: 'Stockholm International Peace Research Institute',
  citation: 'SIPRI Arms Transfers Database, Stockholm International Peace Research Institute.',
  licence: 'non-commercial use with attribution',
  version: 'as of 2022 (1950–2021)',
  url: 'https://www.sipri.org/databases/armstransfers',
  quirks: [
    'The trend-indicator value (TIV) measures volume of capability, not price.',
    'Only years with a transfer are listed; no row inside the years covered is none.',
    'Suppliers and recipients include rebels and organizations, which are no state.',
    'Small arms are not counted.',
  ],
  tables: [
    {
      name: 'transfers',
      unit: 'supplier × recipient × year',
      who: ['supplier', 'recipient'],
      directed: true,
      when: { year: 'year' },
      columns: [
        {
          name: 'supplier',
          about: 'state that delivered',
          type: 'state',
          missing: 'the supplier is no state',
        },
        {
          name: 'recipient',
          about: 'state that received',
          type: 'state',
          missing: 'the recipient is no state',
        },
        yearColumn,
        { name: 'supplier_name', about: 'supplier as written', type: 'text' },
        { name: 'recipient_name', about: 'recipient as written', type: 'text' },
        { name: 'tiv', about: 'volume delivered', type: 'number', unit: 'million TIV', gather: 'sum' },
      ],
      key: ['supplier_name', 'recipient_name', 'year'],
      coverage: { from: 1950, to: 2021, states: 'independent states', universe: 'gw' },
      absence: { means: 'zero', because: 'no delivery of major arms was found' },
      layouts: [
        {
          id: 'dyad-year',
          about: 'supplier, recipient, year, value',
          columns: ['supplier', 'recipient', 'year', 'value'],
          format: 'csv',
          year: 'whole(year)',
          states: [
            { as: 'supplier', code: 'supplier', scheme: 'name', optional: true },
            { as: 'recipient', code: 'recipient', scheme: 'name', optional: true },
          ],
          select: {
            year: 'whole(year)',
            supplier_name: 'supplier',
            recipient_name: 'recipient',
            tiv: 'amount(value)',
          },
          rejects: [
            noYear('year'),
            { when: 'amount(value) is null or amount(value) < 0', because: 'the value is no volume' },
          ],
        },
        {
          id: 'register',
          about:
            'the trade register: Recipient, Supplier, Year of order, Numbers delivered, SIPRI TIV of delivered weapons',
          columns: ['Recipient', 'Supplier', 'Year of order', 'SIPRI TIV of delivered weapons'],
          format: 'csv',
          year: 'whole("Year of order")',
          reshape:
            'select "Supplier", "Recipient", "Year of order", sum(amount("SIPRI TIV of delivered weapons"))::varchar as tiv from raw group by all',
          states: [
            { as: 'supplier', code: '"Supplier"', scheme: 'name', optional: true },
            { as: 'recipient', code: '"Recipient"', scheme: 'name', optional: true },
          ],
          select: {
            year: 'whole("Year of order")',
            supplier_name: '"Supplier"',
            recipient_name: '"Recipient"',
            tiv: 'amount(tiv)',
          },
          rejects: [noYear('"Year of order"')],
        },
      ],
    },
  ],
}
