// A system's print names the two parties in cells with their LEIs, under labels that no list has.
import { expect, test } from 'vitest';
import { BANKS_LEI, CLIENTS_LEI, partiesOfForward } from '../../../../test/forward-page.ts';

test.each([
  ['INT LE', 'EXT LE'],
  ['Book owner', 'Street side'],
  ['Own LE', 'Cpty LE'],
])('cells with a name, a short name and an LEI are the parties: %s', async (own, other) => {
  const head = `
  ORION METALS GMBH
  FX FORWARD TICKET
  ${own}: | Orion Metals GmbH (OMG) LEI ${CLIENTS_LEI}
  ${other}: | Sjøbakk Bank ASA (SJOBAKK) LEI ${BANKS_LEI}
  Calc agent: | SJOBAKK`;
  expect(await partiesOfForward(head, 'COUNTERPARTY')).toMatchObject({
    bank_name: 'Sjøbakk Bank ASA',
    counterparty_name: 'Orion Metals GmbH',
    bank_lei: BANKS_LEI,
    counterparty_lei: CLIENTS_LEI,
    calculation_agent: 'BANK',
  });
});

test.each(['Arranger', 'Reference entity', 'Custodian', 'Guarantor'])(
  'a cell with a name and an LEI of somebody else is no party: %s',
  async (label) => {
    const head = `
  ORION METALS GMBH
  To: | Sjøbakk Bank ASA
  FX FORWARD TICKET
  ${label}: | Quill Networks SAS (QUILL) LEI ${BANKS_LEI}`;
    const read = await partiesOfForward(head, 'COUNTERPARTY');
    expect(read).toMatchObject({ bank_name: 'Sjøbakk Bank ASA', bank_lei: undefined, counterparty_lei: undefined });
  },
);
