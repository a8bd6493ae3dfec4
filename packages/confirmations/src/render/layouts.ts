import { BODY, type Cell, HEADING, MARGIN, PageFlow, TELEX, TITLE } from './page-flow.ts';
import { PAGE_SIZE, type Page } from './pdf-writer.ts';
import type { PrintedSection, PrintedTerm } from './terms.ts';
import type { Layout } from './wording.ts';

/** One of the two parties, as printed. */
export interface PrintedParty {
  readonly name: string;
  readonly lei?: string;
  readonly bic?: string;
}

/** A confirmation ready to be laid out: every value is text. */
export interface PrintedConfirmation {
  readonly title: string;
  readonly issuer: PrintedParty;
  readonly recipient: PrintedParty;
  readonly ourReference?: string;
  readonly yourReference?: string;
  readonly uti?: string;
  readonly date?: string;
  readonly sections: readonly PrintedSection[];
}

export const LAYOUT_PAGES: { readonly [L in Layout]: (confirmation: PrintedConfirmation) => readonly Page[] } = {
  letter,
  grid,
  'key-value': keyValue,
  telex,
};

/** A letter after ISDA's form: Party A writes to Party B, the terms stand in a list between two paragraphs. */
function letter(confirmation: PrintedConfirmation): readonly Page[] {
  const { issuer, recipient, title } = confirmation;
  const flow = new PageFlow();
  flow.text(issuer.name, TITLE, 12);
  if (confirmation.date) flow.text(`Date: ${confirmation.date}`);
  flow.text(`To: ${recipient.name}`);
  if (issuer.lei) flow.text(`Our LEI: ${issuer.lei}`);
  if (recipient.lei) flow.text(`Your LEI: ${recipient.lei}`);
  for (const { label, value } of references(confirmation)) flow.text(`${label}: ${value}`);
  flow.text(`Re: ${title} Transaction`, BODY, 8);
  flow.text('Dear Sirs,');
  flow.text(
    `The purpose of this letter agreement is to confirm the terms and conditions of the Transaction entered into between ${issuer.name} ("Party A") and ${recipient.name} ("Party B") on the Trade Date specified below (the "Transaction").`,
  );
  flow.text('The terms of the particular Transaction to which this Confirmation relates are as follows:', BODY, 8);
  for (const { title: heading, terms } of confirmation.sections) {
    flow.text(`${heading}:`, HEADING);
    for (const term of terms) flow.row(labelAndValue({ ...term, label: `${term.label}:` }));
    flow.space(4);
  }
  flow.text('Please confirm that the foregoing correctly sets forth the terms of our agreement.', BODY, 8);
  flow.text('Yours faithfully,');
  flow.text(issuer.name.toUpperCase(), BODY, 8);
  flow.text('By: ______________________');
  return flow.pages;
}

/** Headed tables: the parties side by side, then label and value under each section's heading. */
function grid(confirmation: PrintedConfirmation): readonly Page[] {
  const { issuer, recipient, title } = confirmation;
  const flow = new PageFlow();
  flow.text(issuer.name.toUpperCase(), TITLE);
  flow.text(`OTC DERIVATIVES CONFIRMATION - ${title.toUpperCase()}`, HEADING, 10);
  const head: PrintedTerm[] = [...references(confirmation), { label: 'Product', value: title }];
  if (confirmation.date) head.push({ label: 'Confirmation Date', value: confirmation.date });
  for (const term of head) flow.row(labelAndValue(term));
  flow.space(8);

  const columns = (label: string, a: string, b: string, style = BODY): Cell[] => [
    { text: label, x: MARGIN, width: 100, style: BODY },
    { text: a, x: 160, width: 185, style },
    { text: b, x: 355, width: 185, style },
  ];
  flow.row(columns('', 'Party A', 'Party B', HEADING).slice(1));
  flow.row(columns('Legal Name', issuer.name, recipient.name));
  if (issuer.lei && recipient.lei) flow.row(columns('LEI', issuer.lei, recipient.lei));
  if (issuer.bic && recipient.bic) flow.row(columns('SWIFT', issuer.bic, recipient.bic));

  for (const { title: heading, terms } of confirmation.sections) {
    flow.space(8);
    flow.text(heading.toUpperCase(), HEADING, 6);
    for (const term of terms) flow.row(labelAndValue(term));
  }
  return flow.pages;
}

/** Two columns of label and value, filled downwards, as deal systems print them. */
function keyValue(confirmation: PrintedConfirmation): readonly Page[] {
  const { issuer, recipient, title } = confirmation;
  const flow = new PageFlow();
  flow.text(issuer.name, TITLE);
  flow.text('Confirmation of trade', HEADING, 12);
  const { date, sections } = confirmation;
  const terms: PrintedTerm[] = [
    ...references(confirmation),
    { label: 'Product', value: title },
    { label: 'Dealer', value: issuer.name },
    { label: 'Client', value: recipient.name },
    ...(issuer.lei ? [{ label: 'Dealer LEI', value: issuer.lei }] : []),
    ...(recipient.lei ? [{ label: 'Client LEI', value: recipient.lei }] : []),
    ...(date ? [{ label: 'Confirmation Date', value: date }] : []),
    ...sections.flatMap((section) => section.terms),
  ];
  const half = Math.ceil(terms.length / 2);
  for (let i = 0; i < half; i++) {
    const [left, right] = [terms[i], terms[i + half]];
    const cells = left ? pairAt(left, MARGIN) : [];
    flow.row(right ? [...cells, ...pairAt(right, 305)] : cells, 8);
  }
  return flow.pages;
}

function pairAt({ label, value }: PrintedTerm, x: number): Cell[] {
  return [
    { text: label, x, width: 95, style: { ...BODY, font: 'Helvetica-Bold' } },
    { text: value, x: x + 105, width: 140, style: BODY },
  ];
}

const TELEX_LABEL = 30;

/** `LABEL : value`, a line each, in a font of one width. */
function telex(confirmation: PrintedConfirmation): readonly Page[] {
  const { issuer, recipient, title, date } = confirmation;
  const flow = new PageFlow();
  const line = (label: string, value: string, width = TELEX_LABEL) =>
    flow.text(`${label.toUpperCase().padEnd(width)}: ${value}`, TELEX, 0);
  line('To', recipient.name, 9);
  line('From', issuer.name, 9);
  if (date) line('Date', date, 9);
  if (confirmation.ourReference) line('Our ref', confirmation.ourReference, 9);
  if (confirmation.yourReference) line('Your ref', confirmation.yourReference, 9);
  if (confirmation.uti) line('UTI', confirmation.uti, 9);
  if (issuer.lei && recipient.lei) line('LEI', `${issuer.lei} / ${recipient.lei}`, 9);
  flow.space(8);
  flow.text(`RE: ${title.toUpperCase()} TRANSACTION`, TELEX, 8);
  flow.text('WE HEREBY CONFIRM THE FOLLOWING TRANSACTION CONCLUDED WITH YOU:', TELEX, 8);
  for (const { title: heading, terms } of confirmation.sections) {
    flow.text(`--- ${heading.toUpperCase()} ---`, TELEX, 0);
    for (const { label, value } of terms) line(label, value);
    flow.space(8);
  }
  flow.text('PLEASE ADVISE ANY DISCREPANCY WITHIN 24 HOURS.', TELEX, 0);
  return flow.pages;
}

function references({ ourReference, yourReference, uti }: PrintedConfirmation): PrintedTerm[] {
  return [
    ...(ourReference ? [{ label: 'Our Reference', value: ourReference }] : []),
    ...(yourReference ? [{ label: 'Your Reference', value: yourReference }] : []),
    ...(uti ? [{ label: 'UTI', value: uti }] : []),
  ];
}

function labelAndValue({ label, value }: PrintedTerm): Cell[] {
  const x = 230;
  return [
    { text: label, x: MARGIN, width: 170, style: BODY },
    { text: value, x, width: PAGE_SIZE.width - MARGIN - x, style: BODY },
  ];
}
