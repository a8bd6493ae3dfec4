import { expect, test } from 'vitest';
import { documentationsIn } from './documentation.ts';

test.each([
  [
    'subject to the 2002 ISDA Master Agreement dated as of 3 March 2021, as amended, and governed by English law.',
    { agreement: 'ISDA 2002', date: '2021-03-03', law: 'English law' },
  ],
  [
    'ISDA Master Agreement of 11-Jan-2019; laws of the State of New York',
    { agreement: 'ISDA Master Agreement', date: '2019-01-11', law: 'New York law' },
  ],
  [
    'unter dem Rahmenvertrag für Finanztermingeschäfte vom 7. Mai 2018. Bankarbeitstage',
    { agreement: 'Rahmenvertrag für Finanztermingeschäfte', date: '2018-05-07' },
  ],
  [
    'soumise à la Convention-Cadre FBF conclue le 9 juin 2014 et régie par le droit français.',
    { agreement: 'Convention-Cadre FBF', date: '2014-06-09', law: 'French law' },
  ],
  [
    'régie par la convention-cadre FBF 2013 conclue le 2 mars 2021',
    { agreement: 'Convention-Cadre FBF', date: '2021-03-02' },
  ],
  [
    'al amparo del Contrato Marco de Operaciones Financieras (CMOF) suscrito el 4 de julio de 2020.',
    { agreement: 'Contrato Marco de Operaciones Financieras', date: '2020-07-04' },
  ],
])('reads the agreement, its date and law of: %s', (text, says) => {
  const [first, ...more] = documentationsIn(text, undefined);
  expect(first).toMatchObject(says);
  expect(more).toEqual([]);
});

test('takes no date that is not the agreement’s own', () => {
  const [form] = documentationsIn('in the form of the 2002 ISDA Master Agreement, amended on 2 May 2022', undefined);
  expect(form).toMatchObject({ agreement: 'ISDA 2002' });
  expect(form?.date).toBeUndefined();
  expect(documentationsIn('the amendment to the ISDA Master Agreement dated 2 May 2022', undefined)).toEqual([]);
});

test('names no law where two are named', () => {
  const [both] = documentationsIn('ISDA Master Agreement, English law or New York law', undefined);
  expect(both?.law).toBeUndefined();
});
