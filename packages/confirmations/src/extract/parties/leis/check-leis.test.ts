import { expect, test } from 'vitest';
import { BANKS_LEI, CLIENTS_LEI, partiesOfForward } from '../../../../test/forward-page.ts';

const flagged = async (...lines: string[]) => {
  const head = `Kestrel Shipping Limited
  FX FORWARD CONFIRMATION
  ${lines.join('\n  ')}`;
  const { bank_lei, counterparty_lei, flags } = await partiesOfForward(head, 'COUNTERPARTY');
  const codes = flags.filter(({ field }) => /_lei$/.test(field ?? '')).map(({ code }) => code);
  return { read: [bank_lei, counterparty_lei], codes };
};

test('LEIs behind the names of the parties are theirs', async () => {
  expect(
    await flagged(`To: Vale & Harbour Bank plc (LEI ${BANKS_LEI})`, `Kestrel Shipping Limited (LEI ${CLIENTS_LEI})`),
  ).toEqual({ read: [BANKS_LEI, CLIENTS_LEI], codes: [] });
  expect(await flagged(`To: Vale & Harbour Bank plc, London, LEI: ${BANKS_LEI}`, `Our LEI: | ${CLIENTS_LEI}`)).toEqual({
    read: [BANKS_LEI, CLIENTS_LEI],
    codes: [],
  });
});

test('an LEI behind the name of somebody else is no party’s without a flag', async () => {
  const { read, codes } = await flagged(
    `To: Vale & Harbour Bank, London (LEI ${BANKS_LEI})`,
    `Desk: Trustees of Alderholt College (LEI ${CLIENTS_LEI})`,
  );
  expect(read).not.toEqual([BANKS_LEI, CLIENTS_LEI]);
  expect(codes).toContain('CONTRADICTION');
});
