import { randomUUID } from 'node:crypto';
import { mismatched, renderConfirmation, samplePair } from '@trade-matching/confirmation-samples';
import { plainPage } from '@trade-matching/confirmation-samples/pdf';
import { type System, startDesk, untilQueuesAreEmpty } from '@trade-matching/sandbox/system';
import { operatorsProgram } from './operators-program.ts';

/** Of the desk's own calls: what a person does with it in a day, each thing once. */
export async function aDayAtTheDesk(system: System): Promise<void> {
  const desk = await startDesk(system);
  const ask = async (who: string, path: string, body?: object, method = 'POST') => {
    const headers = { 'x-desk-person': who, 'x-desk': '1', 'content-type': 'application/json' };
    const init = body === undefined ? { headers } : { method, headers, body: JSON.stringify(body) };
    const response = await fetch(new URL(path, desk.url), init);
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    // biome-ignore lint/suspicious/noExplicitAny: answers are looked at field by field
    return path.endsWith('/document') ? response.arrayBuffer() : ((await response.json()) as any);
  };
  const act = (who: string, id: string, command: string, body: object) =>
    ask(who, `/api/cases/${id}/${command}`, { event_id: randomUUID(), ...body });
  const breakOf = async (n: number) => {
    for (const trade of Object.values(mismatched(samplePair(n)))) {
      const key = `${trade.source_type}/2026/11/24/${n}.pdf`;
      await system.upload({ key, source: trade.source_type, bytes: renderConfirmation(trade, 'telex') });
    }
    await untilQueuesAreEmpty(system);
    const reference = mismatched(samplePair(n)).bank.trade_id;
    for (const { case_id } of (await ask('ana', '/api/cases?limit=250')).cases) {
      const view = await ask('ana', `/api/cases/${case_id}`);
      if (view.bank?.reference === reference) return view;
    }
    throw new Error(`The pair ${n} made no case.`);
  };
  try {
    await ask('ana', '/health/ready');
    const accepted = await breakOf(700);
    const { case_id } = accepted.case;
    const { counterparty } = accepted.case.origin;
    for (const query of ['tab=mine', 'tab=waiting', `counterparty=${encodeURIComponent(counterparty)}`, 'assignee=ana'])
      await ask('ana', `/api/cases?${query}`);
    await ask('ana', `/api/trades/${accepted.bank.trade_key}/document`);
    await act('ana', case_id, 'accept', { reason: 'AGREED_BY_DESK', seen: accepted.case.facts.seen });
    const proposal = (await ask('ben', `/api/cases/${case_id}`)).case.proposal.id;
    await act('ben', case_id, 'approve', { reason: 'AGREES_WITH_PROPOSAL', proposal });
    await ask('ana', `/api/trades/${accepted.bank.trade_key}`);
    await ask('ana', `/api/find?q=${encodeURIComponent(accepted.bank.s3_key)}`);
    const corrected = await breakOf(701);
    const { field, bank, bank_literal } = corrected.terms[0];
    const place = { page: 1, box: { x: 1, y: 1, width: 1, height: 1 } };
    const { document_hash } = corrected.counterparty;
    await act('ana', corrected.case.case_id, 'correct', {
      ...{ side: 'COUNTERPARTY', field, literal: bank_literal ?? `${bank}%`, ...place },
      ...{ reason: 'READ_WRONGLY', document_hash },
    });
    const parted = await breakOf(702);
    await operatorsProgram(system)('unmatch', parted.case.case_id, '--reason', 'OTHER_TRADES', '--as', 'ana');
    await act('ben', parted.case.case_id, 'reopen', { reason: 'DECIDED_WRONGLY' });
    await ask('ana', '/api/views/mine', { query: 'tab=mine' }, 'PUT');
    await ask('ana', '/api/views/mine', {}, 'DELETE');
    const key = 'BANK/2026/11/24/empty.pdf';
    await system.upload({ key, source: 'BANK', bytes: Buffer.alloc(0) });
    await untilQueuesAreEmpty(system);
    await ask('ana', '/api/documents');
    await ask('ana', `/api/document?key=${key}`);
    await ask('ana', '/api/document/redrive', { key });
    await untilQueuesAreEmpty(system);
    // What a label would read of stored documents: the service reads them again.
    const short = 'BANK/2026/11/24/short.pdf';
    const lines = ['Port Lisle Bank plc', 'To: | Aldersyde Credit Fund', 'Re: Interest Rate Swap Transaction'];
    const terms = ['Trade Date: | 3 April 2026', 'Quillon Yield: | 3.25 %'];
    await system.upload({ key: short, source: 'BANK', bytes: plainPage([...lines, ...terms].join('\n')) });
    await untilQueuesAreEmpty(system);
    const { labels } = await ask('ana', `/api/document/labels?key=${short}`);
    const wording = { document: short, key: labels[0].key, field: 'fixed_rate', for: 'everybody' };
    await ask('ana', '/api/wordings/replay', { ...wording, days: 1 });
    await ask('ana', '/api/uploads', { upload_id: randomUUID(), source: 'BANK', name: 'a.pdf', size: 5 });
    const json = JSON.stringify({ default: { fields: { trade_date: { tolerance: { kind: 'days', days: 1 } } } } });
    await ask('ana', '/api/profiles/dry-run', { json, days: 7 });
    const { version } = await ask('ana', '/api/profiles', { json, comment: 'as it is', proposal_id: randomUUID() });
    await ask('ben', `/api/profiles/${version}/approve`, { comment: 'as it is' });
  } finally {
    await desk.close();
  }
}
