/** Who pays what stands before it, in the languages that are read: `688,25 USD por tonelada, a pagar por la Empresa`. */
const PAID_BY =
  /[,;]?\s*\(?\s*(?:(?:to be )?paid by|payable by|due from|zahlbar durch|zu zahlen (?:durch|von)|(?:à (?:payer|régler|verser)|payables?|payée?s?|versée?s?) par|(?:a pagar|pagader[oa]s?|pagad[oa]s?) por|(?:da (?:pagare|versare|corrispondere)|dovut[oa]|pagat[oa]|pagabile|a carico) d(?:i|a|el|al|alla|ella|ell['’]|all['’]))(?:\s+|(?<=['’])\s*)(?:(?:the|la|el|le|il|der|die|den|dem)\s+|l['’]\s?)?(\p{Lu}[^,;()\d]{1,50}?)\s*\)?(?=$|[,;)]|\s+(?:on|el|le|am|il|en)\s+\d|\s+to\s)/iu;

/** `58.200,00 EUR, von uns zu zahlen am 18.03.2026`. */
const PAID_BY_GERMAN =
  /,?\s*\(?(?:von|durch)\s+(uns|Ihnen|(?:der |die |dem )?\p{Lu}[^,;()\d]{1,50}?)\s+(?:zu zahlen|zahlbar|gezahlt)\)?/u;

/** The payer that a value names, and the value without that. */
export function paidByIn(text: string): { readonly payer: string; readonly rest: string } | undefined {
  const match = PAID_BY.exec(text) ?? PAID_BY_GERMAN.exec(text);
  const payer = match?.[1];
  if (!match || payer === undefined) return undefined;
  const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;
  return { payer, rest: rest.replace(/\s+/g, ' ').trim() };
}

/** `von uns zu zahlen`, `payable by the Fund`, `a pagar por el Cliente`: all that a text says is who pays. */
const WHO_PAYS_ALONE =
  /^(?:(?:to be )?(?:payable|paid|due) by|(?:due|payable) from|(?:à (?:payer|régler|verser)|payables?|payée?s?|versée?s?|dus?) par|(?:zahlbar|zu zahlen|gezahlt) (?:von|durch|vom)|(?:a pagar|pagader[oa]s?|pagad[oa]s?) por|(?:da (?:pagare|versare|corrispondere)|dovut[aoie]|pagat[aoie]|pagabil[ei]|a carico) d(?:i|a|el|al|alla|ella|ell['’]|all['’]))\s*(?:(?:the|la|el|le|il|der|die|den|dem)\s+|l['’]\s?)?(\p{L}[^,;()\d:]{1,50}?)\s*:?$|^(?:von|vom|durch)\s+(?:der |die |den |dem )?(\p{L}[^,;()\d:]{1,50}?)\s+(?:zu zahlen|zahlbar|gezahlt|zu leisten)\s*:?$/iu;

/** Who pays, where a text says that and nothing else. */
export function payerAlone(text: string): string | undefined {
  const match = WHO_PAYS_ALONE.exec(text.trim());
  return match?.[1] ?? match?.[2];
}
