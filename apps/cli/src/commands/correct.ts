import { randomUUID } from 'node:crypto';
import { type Account, decideCase, tradeHistory } from '@trade-matching/account';
import type { CaseRecord, CaseStore } from '@trade-matching/cases';
import {
  type Command,
  newCommand,
  Option,
  oneOf,
  printable,
  WrongUsageError,
  wholeNumber,
} from '@trade-matching/command-line';
import { readCorrected } from '@trade-matching/confirmations';
import { type Box, type Correction, SOURCES, type Source, type TradeRecord } from '@trade-matching/domain';
import { actorOption, findCase, withCases } from '../acting.ts';
import { commentOption, EXIT, reasonOption } from '../deciding.ts';
import { checkLiteral } from '../documents/check-literal.ts';
import { environmentOption } from '../environment.ts';
import { EFFECT_OF_CORRECTION, takeEffect } from '../take-effect.ts';

const MAX_PAGE = 10_000;

export const correctCommand: Command = ({ say }, exitWith) =>
  newCommand({
    name: 'correct',
    summary: 'say where a document states a value that was not read, or read wrongly',
    description: `Corrects a field of a trade's current document: you give the literal as it is printed and its page, and the product's own reader reads the value from it. The trade is marked CORRECTED and is for review, so that another person looks at it. The literal is looked for in the text of that page. Another document of the trade ends the correction. ${EFFECT_OF_CORRECTION}`,
    examples: [
      "5f1d0c0aa1d04c7cbb1e1d47 fixed_rate '4.0125 %' --page 1 --reason NOT_READ",
      '0f3a61c1f0e94d55a3f1c2b7 effective_date 03/04/2026 --side BANK --dates day-first --page 2 --reason READ_WRONGLY',
    ],
    notes: EXIT,
  })
    .argument('<id>', "the trade's key, or the id of its case or match")
    .argument('<field>', 'a field of the trade, as "trade" shows it')
    .argument('<literal>', 'the value as the document prints it')
    .addOption(
      new Option('--page <n>', 'on which page it is printed')
        .argParser(wholeNumber('--page', 1, MAX_PAGE))
        .makeOptionMandatory(),
    )
    .addOption(
      new Option('--box <x,y,width,height>', 'where on the page, in points from its top left').argParser(readBox),
    )
    .addOption(
      new Option('--side <side>', `whose document, of a pair: ${SOURCES.join(' or ')}`).argParser(
        oneOf('--side', SOURCES),
      ),
    )
    .addOption(
      new Option('--dates <order>', 'how the document writes 03/04/2026: day-first or month-first').argParser(
        oneOf('--dates', ['day-first', 'month-first']),
      ),
    )
    .option('--not-in-text', 'the page prints it where no text is found, such as in a picture', false)
    .addOption(reasonOption('correct'))
    .addOption(commentOption())
    .addOption(actorOption())
    .addOption(environmentOption())
    .action((id, field, literal, { page, box, side, dates, notInText, reason, comment, as, env }) =>
      withCases(env, as, async (cases, actor, account) => {
        const refuse = (why: string) => {
          say(`${printable(id)}  not changed: ${printable(why)}`);
          exitWith(1);
        };
        const found = await correctable(account, cases, id, side);
        if (typeof found === 'string') return refuse(found);
        const { record, trade } = found;
        const correction: Correction = {
          ...{ source: trade.source, document_hash: trade.document_hash, field, literal, page },
          ...(box === undefined ? {} : { box }),
          ...(dates === undefined ? {} : { slash_order: dates }),
        };
        const read = readCorrected(trade.trade, correction);
        if (read.kind === 'unreadable') return refuse(`${read.why}.`);
        const check = await checkLiteral(account, trade, literal, page);
        if (check.kind === 'not found' && !notInText) {
          return refuse(`${check.why}. If it stands there all the same, such as in a picture: --not-in-text.`);
        }
        const looked: Correction = { ...correction, in_text: IN_TEXT[check.kind] };
        const result = await decideCase(account, cases, {
          ...{ command: 'correct', correction: looked, case_id: record.case_id, event_id: randomUUID() },
          ...{ at: new Date().toISOString(), actor, reason },
          ...(comment === undefined ? {} : { comment }),
        });
        if (result.kind === 'refused') return refuse(result.message);
        say(`${record.case_id}  ${read.field} is ${printable(read.value)}, corrected by ${printable(actor)}`);
        if (check.kind !== 'found')
          say(
            `${check.kind === 'not found' ? 'The text of the page does not have it' : 'It was not looked for in the document'}: ${printable(check.why)}.`,
          );
        say(await takeEffect(account, result.tradeKeys, 'when asked'));
      }),
    );

const IN_TEXT = { found: 'yes', 'not found': 'no', 'not checked': 'no text' } as const;

interface Correctable {
  readonly record: CaseRecord;
  readonly trade: TradeRecord;
}

/** The case and the trade that are meant, or why there are none. */
async function correctable(
  account: Account,
  cases: CaseStore,
  id: string,
  side: Source | undefined,
): Promise<Correctable | string> {
  const own = (await tradeHistory(account, id))?.current;
  const inMatch = own?.match_id === undefined ? undefined : await findCase(cases, own.match_id, account);
  const record = inMatch ?? (await findCase(cases, id, account));
  if (!record) return 'there is no such case: a value is corrected in the case of its trade or match.';
  const { bank_trade_key, counterparty_trade_key } = record.origin;
  const keys = { BANK: bank_trade_key, COUNTERPARTY: counterparty_trade_key };
  const of = side ?? own?.source ?? onlySide(keys);
  const key = of && keys[of];
  if (key === undefined) return 'the case is of a pair: give --side BANK or --side COUNTERPARTY.';
  const trade = (await tradeHistory(account, key))?.current;
  return trade ? { record, trade } : `there is no trade ${key}.`;
}

function onlySide(keys: Readonly<Record<Source, string | undefined>>): Source | undefined {
  const [only, ...others] = SOURCES.filter((source) => keys[source] !== undefined);
  return others.length === 0 ? only : undefined;
}

function readBox(text: string): Box {
  const numbers = text.split(',').map(Number);
  const [x = 0, y = 0, width = 0, height = 0] = numbers;
  if (numbers.length !== 4 || !numbers.every((each) => Number.isFinite(each) && each >= 0)) {
    throw new WrongUsageError(`--box is x,y,width,height in points, such as 72,144,60,12, not "${text}".`);
  }
  return { x, y, width, height };
}
