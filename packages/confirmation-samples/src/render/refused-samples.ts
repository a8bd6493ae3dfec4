import type { Reason, Trade } from '@trade-matching/domain';
import { writePdf } from '../pdf/pdf-writer.ts';
import { catalog, PAGE_OBJECT, PAGES, pdf, stream } from '../pdf/raw-pdf.ts';
import { LAY_OUT } from './layouts.ts';
import { renderConfirmation } from './render-confirmation.ts';
import { samplePair } from './sample-trades.ts';

/** A kind of file that must be refused, and why. */
export interface RefusedSample {
  readonly reason: Reason;
  /** How such a file is called: `picture.pdf`. */
  readonly name: string;
  /** The file with this number: another number gives other bytes, save for the empty file. */
  readonly bytes: (number: number) => Uint8Array;
}

const sample = (reason: Reason, name: string, bytes: RefusedSample['bytes']): RefusedSample => ({
  reason,
  name,
  bytes,
});
const textFile = (text: string) => (number: number) => Buffer.from(`${text} ${number}`, 'latin1');
const trade = (number: number): Trade => samplePair(number * 2).bank;
/** A PDF with a blank page, whose number stands where nobody reads. */
const blank = (number: number, more = '', ...objects: (string | Buffer)[]) =>
  pdf([catalog(`${more}/Number ${number}`), PAGES, PAGE_OBJECT, ...objects]);

/** What a desk receives that is no confirmation: a kind each of what the processor and the service refuse. */
export const REFUSED_SAMPLES: readonly RefusedSample[] = [
  sample('EMPTY_FILE', 'empty.pdf', () => new Uint8Array()),
  sample('NOT_A_PDF', 'picture.pdf', textFile('\x89PNG\r\n\x1a\n')),
  sample('NOT_A_PDF', 'letter.docx', textFile('PK\x03\x04')),
  sample('NOT_A_PDF', 'expired-session.pdf', textFile('<html>Your session has expired</html>')),
  sample('CORRUPT_PDF', 'broken.pdf', textFile('%PDF-1.7')),
  sample('ENCRYPTED_PDF', 'encrypted.pdf', encrypted),
  sample('ACTIVE_CONTENT', 'script.pdf', (number) =>
    blank(number, '/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>'),
  ),
  sample('EMBEDDED_FILE', 'attachment.pdf', (number) =>
    blank(
      number,
      '/Names<</EmbeddedFiles<</Names[(note.txt)5 0 R]>>>>',
      stream('/Type/EmbeddedFile', Buffer.from('Please see attached.')),
      '<</Type/Filespec/F(note.txt)/EF<</F 4 0 R>>>>',
    ),
  ),
  sample('TOO_COMPLEX', 'annual-report.pdf', (number) =>
    renderConfirmation(trade(number), 'letter', 'NEW', { pages: 60 }),
  ),
  sample('NO_TEXT', 'scan.pdf', (number) => blank(number)),
  sample('NOT_A_CONFIRMATION', 'invoice.pdf', invoice),
  sample('EXTRACTION_INCOMPLETE', 'incomplete.pdf', (number) => {
    // A product and the parties, and one economic term: not even a short confirmation.
    const { product, source_type, trade_id, bank_name, counterparty_name, trade_date } = trade(number);
    const rest = { trade_id, bank_name, counterparty_name, trade_date };
    const stated = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
    return renderConfirmation({ product, source_type, ...stated }, 'letter');
  }),
  sample('MULTIPLE_TRADES', 'two-trades.pdf', (number) =>
    writePdf([LAY_OUT.letter(trade(number)), LAY_OUT.letter(trade(number + 1))]),
  ),
];

function invoice(number: number): Uint8Array {
  const lines = [
    'Harbour & Vale Bank plc',
    `INVOICE No. 2026-${number}`,
    'Arrangement fee for services in the month of April',
    'Amount due: USD 12,500.00, within thirty days of this invoice',
  ];
  return writePdf([lines.map((text, line) => ({ text, x: 60, y: 780 - line * 20, size: 11 }))]);
}

/** Encrypted with a password that nobody has: the dictionary of the standard handler, with a key that fits nothing. */
function encrypted(number: number): Uint8Array {
  const whole = Buffer.from(renderConfirmation(trade(number), 'letter')).toString('latin1');
  const key = '5a'.repeat(32);
  const dictionary = `/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<${key}>/U<${key}>>>/ID[<${key}><${key}>]`;
  return Buffer.from(whole.replace('trailer\n<<', `trailer\n<<${dictionary}`), 'latin1');
}
