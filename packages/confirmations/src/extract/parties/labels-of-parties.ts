import type { Source } from '@trade-matching/domain';

/** Labels that name a party, with how surely it writes, is written to, or is on a side. */
export const BY_LABEL: readonly {
  readonly labels: RegExp;
  readonly issuer?: number;
  readonly recipient?: number;
  readonly side?: Source;
  /** The label may have other values than names: `Dealer: J. Okafor`. */
  readonly companiesOnly?: true;
}[] = [
  {
    labels:
      /^(?:from|fm|issuer|(?:this )?confirmation issuer|issuing party|our name|sender|issued by|confirming party|(?:our|own) entity|sent by|submitting (?:party|firm)|affirming (?:party|firm)|submitted by|own firm|our firm)$/,
    issuer: 6,
  },
  {
    labels:
      /^(?:to|confirmation to|addressee|party [ab] receiver|receiving party|recipient|receiver|addressed to|sent to|issued to|your name|other (?:party|firm)|destinataire|empfänger|destinatario)$/,
    recipient: 6,
  },
  {
    labels:
      /^(?:(?:broker )?dealer|broker|dealer name|dealing entity|executing (?:bank|broker|dealer)|entidad(?: financiera)?|entidad de credito|kreditinstitut|etablissement|(?:swap|hedge|dealing|counterparty|contracting) (?:provider|bank|dealer)|bank counterparty|hedging (?:bank|counterparty)|floating bank|market maker)$/,
    side: 'BANK',
    companiesOnly: true,
  },
  {
    labels:
      /^(?:(?:le |el |il |der )?(?:client|customer|kunde|cliente)|vertragspartner|client name|customer name|attention|attn|account holder|account name|account|investor|company|societe|sociedad|societa|empresa|gesellschaft|legal name of (?:client|customer))$/,
    recipient: 2.5,
    companiesOnly: true,
  },
  {
    labels:
      /^(?:(?:the )?fund|(?:legal )?fund name|name fund|fund legal name|legal name fund|portfolio|portfolio name|principal|borrower|pension plan|pension scheme|scheme|society|trustees?|association|council|airline|insurer|municipality|utility|housing association)(?: name)?$/,
    side: 'COUNTERPARTY',
    companiesOnly: true,
  },
  { labels: /^(?:counterparty|counterparty name|counterpart|name counterparty)$/, recipient: 2, side: 'COUNTERPARTY' },
  {
    labels: /^(?:bank|bank name|the bank|contracting bank|name bank|(?:la )?banque|(?:el )?banco|(?:la )?banca)$/,
    side: 'BANK',
    companiesOnly: true,
  },
];
