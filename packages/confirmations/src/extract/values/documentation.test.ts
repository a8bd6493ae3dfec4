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
  ['ISDA Master Agreement (2002 form), 8 July 2019', { agreement: 'ISDA Master Agreement', date: '2019-07-08' }],
  ['ISDA 2002 MASTER AGREEMENT DTD 12 JUN 2023', { agreement: 'ISDA 2002', date: '2023-06-12' }],
  [
    'the 1992 ISDA Master Agreement (Multicurrency – Cross Border) between Harbour Bank N.V. and Elm Tin SA dated 14 November 2011.',
    { agreement: 'ISDA 1992', date: '2011-11-14' },
  ],
  ['ISDA 2002 Mas- ter Agreement dated as of 12 March 2026 between us', { agreement: 'ISDA 2002', date: '2026-03-12' }],
  [
    'the 2002 ISDA Master Agreement between you and us dated 28-May-2024',
    { agreement: 'ISDA 2002', date: '2024-05-28' },
  ],
  ['contrat-cadre ISDA 2002 conclu entre nous le 30.11.2017.', { agreement: 'ISDA 2002', date: '2017-11-30' }],
  [
    'contratto quadro “Rahmenvertrag für Finanztermingeschäfte” sotto- scritto tra le parti il 14 maggio 2021.',
    { agreement: 'Rahmenvertrag für Finanztermingeschäfte', date: '2021-05-14' },
  ],
  [
    'der Schweizer Rahmenvertrag für OTC-Derivate 2013, den wir mit Ihnen am 10. Mai 2022 unterzeichnet haben.',
    { agreement: 'Schweizer Rahmenvertrag für OTC-Derivate 2013', date: '2022-05-10' },
  ],
  ['CMOF 2013 firmado el 22-nov-2018', { agreement: 'Contrato Marco de Operaciones Financieras', date: '2018-11-22' }],
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

test.each([
  'under the ISDA 2002 Master Agreement we, on 3 May 2026, have bought from you',
  'under the 2002 ISDA Master Agreement between Elm SA and Harbour Bank plc, the trade dated 3 May 2026',
  'gemäß Rahmenvertrag für Finanztermingeschäfte haben wir mit Ihnen am 3. Mai 2026 abgeschlossen',
  'the ISDA 2002 Master Agreement and, on 3 May 2026, the swap',
  'the 2002 ISDA Master Agreement between Elm SA and Harbour Bank plc as supplemented by the annex dated 3 May 2026',
  'régie par la Convention-Cadre FBF 2013 ; opération du 3 mai 2026',
])('takes no date of a trade or of another paper beside an agreement: %s', (text) => {
  for (const each of documentationsIn(text, undefined)) expect(each.date).toBeUndefined();
});
