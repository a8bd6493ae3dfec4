import { normaliseLabel } from '../labels.ts';
import { remembering } from '../remembering.ts';

/** Words that end or mark a company's name, in the languages of its legal forms. */
const LEGAL_WORDS =
  'plc|inc|incorporated|llc|llp|lp|l\\.p\\.|ltd|limited|n\\.?a\\.?|s\\.?a\\.?s?|sas|sarl|sca|scop|s\\.?à r\\.?l\\.?|ag|gmbh|kgaa|kg|ohg|pjsc|p\\.j\\.s\\.c\\.|jsc|ojsc|fze|fzco|icav|oeic|sicaf|vcc|raif|dmcc|a\\.s\\.|s\\.r\\.o\\.|airlines|airways|energy|dac|company|companies|corporation|corp|co|bank|banque|banco|banca|bancorp|\\p{L}*sparkasse|\\p{L}*bank|bankhaus|agenc(?:y|ia|e)|agenzia|aktiengesellschaft|trustees|international|trust|fund|funds|aör|partners|capital|securities|group|holdings?|nv|n\\.v\\.|b\\.?v\\.?|se|ab|asa|a/s|aps|oyj?|spa|s\\.p\\.a\\.|s\\.?r\\.?l\\.?|srl|pty|pte|bhd|berhad|tbk|k\\.?k\\.?|ltda|authority|university|municipality|ministry|treasury of|association|insurance|assurance|pensions?|retirement|schemes?|trustee|stichting|\\p{L}*fonds|scsp|sci|fcp|sàrl|zrt|nyrt|b\\.s\\.c\\.?|s\\.a\\.l\\.?|k\\.s\\.c\\.?|a\\.m\\.b\\.a\\.?|sdn|anonim|management|foundation|stiftung|fondation|fondazione|fundaci[oó]n|society|council|mutuelle|ayuntamiento|comune di|département|commune|concesionaria|brokerage|l\\.l\\.c\\.|limitada|s\\.?c\\.?c\\.?|s\\.c\\.p\\.a\\.|housing|utilities|estates|industries|mbh|e\\.v\\.|eg|s\\.l\\.u?\\.?|s\\.c\\.(?:a|s)?\\.?|sicav|s\\.n\\.c\\.?|oy|kft|d\\.o\\.o\\.|sp\\. z o\\.o\\.|stadtwerke|landesbank|raiffeisen\\p{L}*|caisse|\\p{L}*kasse|caja|cassa|hospital|college|diocese|cooperative|genossenschaft|plc\\.|s\\.? ?coop\\.?|soc\\. coop\\.?|scarl|s\\.c\\.a\\.?|ab \\(publ\\)|authority|district|councils?|county|borough';
const WITH_LEGAL_WORD = new RegExp(`(?:^|[\\s(])(?:${LEGAL_WORDS})(?=\\W|$)`, 'iu');
/** Norway's form is a word of every sentence: it stands in capitals, at the end of a name. */
const NORWEGIAN = /^(?:\p{Lu}[\p{L}&.'’-]*\s+){1,5}AS(?=$|,)/u;
/** A German form behind the hyphen of its trade: `Seeland Rückversicherungs-AG`. */
const BEHIND_HYPHEN = /\p{Ll}-(?:AG|GmbH|KGaA|KG|SE|Aktiengesellschaft|Gesellschaft)(?=\W|$)/u;
const COMPANY = {
  test: (text: string): boolean => WITH_LEGAL_WORD.test(text) || NORWEGIAN.test(text) || BEHIND_HYPHEN.test(text),
};
/** What may stand behind a comma and still be of the name: `Hudson Valley Trust Company, N.A.`, `Co., Ltd.` */
const LEGAL_FORM_ALONE =
  /^(?:n\.?a\.?|inc\.?|ltd\.?|limited|llc|l\.l\.c\.|llp|l\.?p\.?|plc|s\.?a\.?|ag|corp\.?|co\.?|b\.?v\.?|n\.?v\.?|s\.?p\.?a\.?|pjsc|national association|series \S+|(?:\p{L}\.){2,4})$/iu;
/** Norway's and Estonia's form, which is a word too: `Baltic Ferries AS`. */
const FORM_IN_CAPITALS = /\p{Ll}\s(?:AS|OÜ)$/u;
const LONGEST_NAME = 80;

/** A legal form that ends a name, with a street and its number behind it. */
const ADDRESS_BEHIND =
  /^(.*\b(?:plc|inc\.?|llc|llp|l\.?p\.?|ltd\.?|limited|dac|ag|asa|gmbh|kgaa|kg|pjsc|s\.a\.|sas|sarl|s\.p\.a\.|spa|s\.r\.l\.|srl|n\.v\.|nv|b\.v\.|bv|a\/s|a\.s\.|aör|se|eg|k\.k\.|ab(?: \(publ\))?|oyj?|corp\.?|corporation|co\.))\s+(?!(?:&|and|n\.a\.|inc|ltd|llc|branch)\b)[^,]*\d.*$/i;

/** Behind a legal form a house or a square: the address on the next line. */
const HOUSE_BEHIND =
  /^(.*\b(?:plc|inc\.?|ltd\.?|limited|llc|llp|ag|gmbh|s\.a\.|s\.p\.a\.|n\.v\.|b\.v\.))\s+(?:\p{Lu}[\p{L}'’-]+\s+){1,3}(?:house|place|court|building|tower|square|plaza|street|road)\b.*$/iu;

/** The end of a title that names the product, in capitals: `CROSS CURRENCY Lakeland Mutual Company`. */
const PRODUCT_ABOVE =
  /^(?:(?:CROSS|CURRENCY|BASIS|INTEREST|RATE|SINGLE|NAME|INDEX|BARRIER|OUTRIGHT|FORWARD|SPOT|OPTION|VANILLA|TENOR|CAP|FLOOR|EQUITY|CREDIT|COMMODITY|TOTAL|RETURN|FIXED|FLOATING|NDF|FX)\s+)+(?=\p{Lu}\p{Ll})/u;
const TITLE_ABOVE = /^(?:\p{Lu}{2,}\s+){3,}(?=\p{Lu}\p{Ll})/u;
/** Who reads it at the addressee's: `Confirmations, Harbour Bank plc`. */
const DEPARTMENT =
  /^(?:(?:derivatives?|trade|treasury|middle|front|back|office|otc|fx|swaps?|&|and|ndf|options?|equity|credit|rates|commodity|client) ){0,4}(?:confirmations?|operations|documentation|office|settlements?|treasury|support|desk|team|dealing)(?: (?:team|department|desk|group|unit|room))?,\s+(?=\p{Lu})/iu;
/** A legal form behind which the sentence goes on: `Banco Azahar, S.A. se ha concertado …`. */
const SENTENCE_BEHIND =
  /^(.*?\b(?:plc|inc\.?|llc|llp|ltd\.?|limited|ag|asa|gmbh|s\.a\.|s\.p\.a\.|n\.v\.|b\.v\.|a\/s|corp\.?|co\.))\s+(?:se ha|ha|has|have|hat|haben|wird|wurde|è|est|a été|is|was)\s+\p{Ll}.*$/iu;

/** A person and its office, before whose office it is: `Elena Mora, Tesorera del Ayuntamiento de Robledal`. */
const OFFICE_BEFORE =
  /^[^,;:]{4,50},\s+(?:(?:la|el|le|die|der|the)\s+)?(?:(?:chief|group|city|county|town|borough|deputy) )?(?:tesorer[oa]|alcalde(?:sa)?|interventora?|director[a]? (?:financier[oa]|general)|maire|trésori(?:er|ère)|direct(?:eur|rice) (?:financi(?:er|ère)|général[e]?)|kämmer(?:er|in)|bürgermeister(?:in)?|sindaco|tesoriere|treasurer|finance (?:director|officer)|mayor)\s+(?:de la|de los|del|dei|della|de|du|des|der|of|di)\s+(?:the\s+)?(?=\p{Lu})/iu;

/** Who reads it at the addressee's, behind the name: `Harbour Bank plc Confirmations`. */
const DEPARTMENT_BEHIND =
  /\s+(?:(?:derivatives?|trade|treasury|middle|back|otc|fx|swaps?) )?(?:confirmations?|documentation|operations|settlements?|back office|middle office)(?: (?:team|department|dept|desk|group|unit))?$/i;

/** For whom a letter is, before the name: `Alla cortese attenzione di Banca Alpestre S.p.A.` */
const ATTENTION =
  /^(?:alla cortese attenzione (?:di|della|dell['’])|spett(?:abile|\.le|\.)|à l['’]attention d(?:e|u)|a la atención de|zu händen(?: von)?|z\. ?hd\.|for the attention of|egregi signori)\s*:?\s*(?=\p{Lu})/iu;

/** A clause before the name of the one that it is said to: `The Fund affirms to Harbour Bank plc`. */
const CLAUSE_BEFORE =
  /^.{0,60}\b(?:confirms?|affirms?|acknowledges?|agrees?)\s+(?:(?:the|this) (?:\p{Ll}+ ){1,3})?(?:to|with)\s+(?=\p{Lu})/iu;

/** What was done with the paper, before the name of whom it is for: `Prepared for Harbour Bank plc, Settlements`. */
const DONE_FOR =
  /^(?!United |Limited )(?:\p{Lu}\p{Ll}+ed|Sent|Made(?: out)?|Drawn(?: up)?|Written|Meant|Given)\s+(?:up |out )?(?:for|to)\s+(?:the attention of )?(?=\p{Lu})/u;

/** Words that many names share, and so tell nobody apart. */
const GENERIC: ReadonlySet<string> = new Set(
  (
    'bank banque banco banca the of and de du la le plc inc llc llp ltd limited na sa ag gmbh pjsc company co corporation corp international trust fund partners capital ' +
    'securities group nv bv se ab asa oyj spa holdings branch london new york markets global national financial services management asset energy trading insurance europe first ' +
    'private pte pty kg sas association foods treasury banking savings sons commerce commercial investment investments finance assurance society building ' +
    // Legal forms in full, which stand on a line of their own below a name.
    'aktiengesellschaft gesellschaft haftung aktieselskab aktiebolag aksjeselskap naamloze vennootschap besloten societe anonyme sociedad anonima societa azioni incorporated'
  ).split(' '),
);

/** `(a Delaware limited partnership)`, `an Irish public limited company`: of what kind a company is, and no name of any. */
const A_DESCRIPTION =
  /^\(.*\)$|^an? .*\b(?:partnership|company|corporation|association|society|institution|trust|cooperative)(?: .*)?$/u;

/** Whether a text may name somebody at all. */
export function isNameLike(text: string): boolean {
  return (
    /\p{L}{3}/u.test(text) &&
    !/^[A-Z0-9]{18}\d{2}\b/.test(text) &&
    !A_DESCRIPTION.test(text) &&
    text.length <= LONGEST_NAME &&
    !/^\d{1,2}\.?\s+(?:de\s+)?\p{L}+\s+(?:de\s+)?\d{4}$/u.test(text) &&
    !/["“”=]|^[^(]*\)|^\d{1,2}[-./ ][\p{L}\d]{1,9}[-./ ]\d{2,4}\b/u.test(text) &&
    !/@|\b(?:telephone|facsimile|department|documentation|attention)\b|\b(?:business office|back office|front office|desk|division|abteilung)$|^(?:zins|währungs|treasury)\p{L}*management\b|^(?:(?:asset|liquidity|cash|treasury|risk|collateral|trade|operations|and|&|front office|middle office|back office) ?)+(?:management|treasury|operations)$/iu.test(
      text,
    ) &&
    !/^(?:ihnen|sie|uns|you|us|we|vous|nous|ustedes|nosotros|voi|noi)$|^(?:party [ab]|fixed|floating|.*\bleg\b|(?:the |la |el |die |le )?(?:bank|counterparty|client|customer|dealer|sparkasse|volksbank|banque|banca|banco|caisse|cassa|caja|agencia|agence|agenzia|agency|entidad|compagnia|compañía|compagnie|gesellschaft|company|fund)$|to be advised)/i.test(
      text,
    )
  );
}

/** A series is of a trust's name: `Quarry Lake Mortgage Trust, Series 2026-1`, `Fenwick Home Equity Trust 2026-HE1`. */
const withoutSeries = (text: string) => text.replace(/,?\s*\bseries\s+[\w-]+|(?<=\btrust\s)\d{4}-[A-Z\d]+/gi, '');

/** Three words that many names share are a name too: First National Bank. */
function isDistinctive(words: readonly string[]): boolean {
  return (
    words.some((word) => word.length > 2 && !GENERIC.has(word)) || words.filter((word) => word.length > 3).length > 2
  );
}

/** `Harbour Bank plc and Norwood Inc.`: each with a form of its own. */
const TWO_NAMES =
  /\s(?:plc|ltd\.?|limited|inc\.?|llc|ag|gmbh|s\.a\.|s\.p\.a\.|n\.v\.|b\.v\.|sas)\s+(?:and|und|et|y|ed?)\s+\p{Lu}.*\s(?:plc|ltd\.?|limited|inc\.?|llc|ag|gmbh|s\.a\.|s\.p\.a\.|n\.v\.|b\.v\.|sas)$/iu;

/** Whether a text is a company's name and nothing more. */
export const isCompanyName: (text: string) => boolean = remembering(
  (text) =>
    isNameLike(text) &&
    (COMPANY.test(text) || FORM_IN_CAPITALS.test(text)) &&
    isDistinctive(normaliseLabel(text).split(' ')) &&
    !TWO_NAMES.test(text) &&
    !/\bparty [ab]\b/i.test(text) &&
    // A title, a sentence or a label is none, though a bank is named in it.
    !/:|\.{3,}|\bLEI\b|\d{3}|\b(?:confirmation|affirmation|transaction|agreement|forward|swap|option|page|account|payments?|registered|regulated|authori[sz]ed|subject|please|confirm|between|below|hereby|affirms?|confirms|acknowledges?|following|which|whereby|this|letter|records?|were|has|have|bought|sold|agrees?|ref|nummer|number|num[eé]ro|número|reference|référence|referenz|referencia|riferimento|we|our|your|send|acc|with|against|ist|sind|zahlt|zahlen|kauft|verkauft|bestätigt|erhält|verse|reçoit|paga|recibe|riceve)\b/i.test(
      withoutSeries(text),
    ) &&
    // A street is none, unless it is in the name of a firm.
    !/\b(?:street|strasse|straße|avenue)\b(?!.*\b(?:plc|inc|llc|llp|lp|ltd|limited|partners|bank|trust|fund|company|corp\w*|ag|sa|nv)\b)/i.test(
      text,
    ) &&
    !/^(?:dear|re|date|attn|attention|tel|fax)\b|\bwhat\b/i.test(text) &&
    // `As administrator to the fund, we …`: in what capacity somebody writes.
    !/^As (?:an? |the )?\p{Ll}[^\p{Lu}]*$/u.test(text) &&
    // `S.A. (« nous ») et Lisle Bank`: a line of a sentence, with what one is called in it.
    !/\(\s*[«“"„]/.test(text) &&
    // A name does not begin with a small letter: that is a sentence's line.
    !/^\p{Ll}/u.test(text),
);

/** A name without what is printed behind it: an address, an LEI, a branch's city, a remark in brackets. */
export const nameIn: (text: string) => string = remembering((text) => {
  const trust = /(\p{Lu}[\p{L}\d&.'’ -]*\bTrust\b[^,]{0,12},?\s+Series\s+[\w-]+)/u.exec(text)?.[1];
  if (trust !== undefined && !/[()]/.test(trust)) return trust.trim();
  const spelled = /^(?:we|us|you)\s*\(([^)]+)\)?$/i.exec(text.trim())?.[1] ?? text;
  const bare = spelled
    .replace(ROLE_WITH_NAME, (whole, name: string) => (COMPANY.test(name) ? name : whole))
    .replace(OTHERS_BRACKETS, '')
    .replace(ROLE_IN_FRONT, '')
    .replace(ATTENTION, '')
    // `[LOGO] Harbour Bank`, `The Fund affirms to Harbour Bank plc`.
    .replace(/^\[[^\]]{1,12}\]\s*/, '')
    .replace(CLAUSE_BEFORE, (words, _at: number, whole: string) =>
      COMPANY.test(whole.slice(words.length)) ? '' : words,
    )
    .replace(DONE_FOR, (words, _at: number, whole: string) => (COMPANY.test(whole.slice(words.length)) ? '' : words))
    .replace(DEPARTMENT, (words, _at: number, whole: string) => (COMPANY.test(whole.slice(words.length)) ? '' : words))
    .replace(OFFICE_BEFORE, (words, _at: number, whole: string) =>
      COMPANY.test(whole.slice(words.length)) ? '' : words,
    )
    .replace(DEPARTMENT_BEHIND, (words, at: number, whole: string) => (COMPANY.test(whole.slice(0, at)) ? '' : words))
    .replace(SENTENCE_BEHIND, '$1')
    .replace(
      /^(?:messrs\.?|m\/s|spett\.?(?:le|abile)?|firma|señores|à)\s+(?=\p{Lu})|^(?:buonasera|buongiorno|bonjour|hello|hi|guten tag|buen[oa]s \p{L}+|good (?:morning|afternoon)),\s+(?=\p{Lu})/iu,
      '',
    )
    .replace(/^(?:for and )?on behalf of\s+|^.{0,30}\brefer to\s+(?=\p{Lu})/iu, '')
    // `die Gesellschaft Elm Handel SA`: what it is, before what it is called; `Gesellschaft für …` is a name.
    .replace(/^(?:(?:die|der|den|dem) )?(?:Gesellschaft|Firma)\s+(?=\p{Lu})/u, (words, _at: number, whole: string) =>
      COMPANY.test(whole.slice(words.length)) ? '' : words,
    )
    // The last word of the title above: `FORM Lakeland Mutual Company`.
    .replace(/^(?:FORM|CONFIRMATION|TRANSACTION|SWAP|LETTER|AFFIRMATION)\s+(?=\p{Lu}\p{Ll})/u, '')
    .replace(PRODUCT_ABOVE, '')
    .replace(/\s+c\/o\s.*$/i, '')
    .replace(/\s+(?:pays?|receives?|buys?|sells?)$/i, '')
    // The title in capitals above a name that is not: `PERMUTA FINANCIERA DE TIPOS Banco Levantino, S.A.`
    .replace(TITLE_ABOVE, (title) => (COMPANY.test(title) ? title : ''))
    // `8954004 VALETAL BANK`: the number of a telex; `HVNBUS44 HARBOUR NATIONAL BANK`: a BIC with figures.
    .replace(/^(?:\d{5,}|(?=[A-Z]*\d)[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?)\s+(?=\p{Lu})/u, '')
    // `PHBLSGSG PACIFIC HARBOUR BANK LIMITED`: a BIC, since no word does with so few vowels.
    .replace(/^(?=(?:[^AEIOU\s]*[AEIOU]?[^AEIOU\s]*)\s)[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?\s+(?=\p{L})/u, '')
    .replace(/\s*(?:[([]|(?<=\s)[—–-])?\s*\bLEI\b.*$/i, '')
    // `Harbour Bank plc BIC HRBKGB2L`: in one cell.
    .replace(
      /\s*[([,·–—-]?\s*\b(?:BIC|SWIFT)(?:[ /-](?:code|BIC))?\s*:?\s+[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?\b.*$/,
      '',
    )
    // `Oriel Capital Markets plc (Oriel)`: what it is called below.
    .replace(/(?<=\S\s+\S+)\s*\((?!publ\))[^)]{2,30}\),?$/i, '')
    .replace(/\s*\((?:the|hereinafter|LEI|BIC|["“”'‘’]|party [ab]\b|our|your|we|you|us|as )[^)]*\)?.*$/i, '')
    // `Harbour Bank Limited (Co.`: the brackets of its number in a register end on another line.
    .replace(/(?<=\S\s+\S+)\s*\((?:co|company|reg\p{Ll}*|no|number|n°|nr|rcs|hrb)?\b[^\p{L}()]{0,30}$/iu, '')
    .trim()
    // A sentence's full stop is none of the name's: `plc.`, but `Inc.`
    .replace(
      /\b(plc|asa|llc|llp|lp|ag|limited|bank|pjsc|gmbh|sas|se|company|corporation|group|fund|trust|international|aör)\.$/i,
      '$1',
    )
    // `Orbis Shipping ASA Strandveien 20`: the address on the next line.
    .replace(ADDRESS_BEHIND, '$1')
    .replace(/^\d{1,2}\.\s+(?=\p{Lu})/u, '')
    .replace(HOUSE_BEHIND, '$1')
    // `Kreditbank Odertal- Weser AG`: broken at its hyphen.
    .replace(/(?<=\p{Ll})- (?=\p{Lu}\p{Ll})/gu, '-');
  return withoutWhatFollows(bare);
});

/** `Customer (Harbour Bank plc)`: a role with the name of whose it is. */
const ROLE_WITH_NAME =
  /^(?:the )?(?:customer|client|bank|dealer|fund|borrower|company|counterparty|kunde|cliente|banque|banca|banco|party [ab])\s*\(([^()]{4,70})\)$/i;
/** `Bank. Harbour Bank plc`: the heading of a clause that says who is who. */
const ROLE_IN_FRONT =
  /^(?:the )?(?:customer|client|bank|dealer|fund|borrower|company|counterparty|kunde|cliente|banque|banca|banco)\.\s+(?=\p{Lu})/iu;
/** `(Partie A) et Verreries du Sornin SAS`: what the name before is called. */
const OTHERS_BRACKETS = /^\([^()]{2,40}\)\s*,?\s*(?:and|und|et|y|ed?)\s+(?=\p{Lu})/u;

/** `Norwood County Council as administering authority of the Norwood Pension Fund`: who is the party, and for whose assets. */
const IN_A_CAPACITY =
  /^(\p{Lu}.{3,60}?),? (?:(?:acting )?(?:solely )?as|in its capacity as) (?:the )?(?:administering authority|(?:sole |corporate )?trustees?) (?:of|for) (?:the )?\p{Lu}/u;

/** Whether a text names a party with the capacity in which it holds assets: an authority or a trustee is the party itself. */
export function isInACapacity(text: string): boolean {
  const holder = IN_A_CAPACITY.exec(text)?.[1];
  return holder !== undefined && isCompanyName(holder) && withoutSentenceBefore(holder) === holder;
}

/** Small words that a name may have inside it. */
const INSIDE_A_NAME =
  /^(?:of|and|de|du|des|del|della|delle|dello|dei|degli|di|da|dal|do|dos|la|le|les|los|las|el|il|lo|für|von|vom|van|der|die|das|den|dem|zu|zum|zur|am|im|in|y|et|e|ed|und|the|for|on|à|al|alla|en|sur|sous|per|por|pour|plc|mbh|spa|srl|sarl|publ)$/;

/** `Nous confirmons avoir conclu avec Harbour Bank plc`, `Harbour means Harbour Bank plc`: the name behind a small word that no name has. */
export function withoutSentenceBefore(text: string): string {
  if (isInACapacity(text)) return text;
  const words = text.split(/\s+/);
  const last = words.findLastIndex((word) => /^\p{Ll}[\p{L}-]*,?$/u.test(word) && !INSIDE_A_NAME.test(word));
  if (last === -1) return text;
  const behind = words.slice(last + 1);
  while (INSIDE_A_NAME.test(behind[0] ?? '')) behind.shift();
  const name = behind.join(' ');
  return /^\p{Lu}/u.test(name) && COMPANY.test(name) ? name : text;
}

/** The name up to what stands behind a comma or a dash, unless it is its legal form. */
function withoutWhatFollows(bare: string): string {
  const [first = '', ...rest] = bare.split(/\s*,\s*|\s+[·|–—/-]\s+/);
  if (rest.length === 0) return bare;
  // `The Manager, FX Operations, Harbour Bank plc`: who reads it there.
  const last = rest.at(-1) ?? '';
  const isOfFirst = rest.some((part) => LEGAL_FORM_ALONE.test(part.split(' ')[0] ?? ''));
  if (!COMPANY.test(first) && !isOfFirst && ENDS_IN_A_FORM.test(last)) return last;
  let name = first;
  for (const part of rest) {
    if (!LEGAL_FORM_ALONE.test(part)) break;
    name = bare.slice(0, bare.indexOf(part, name.length) + part.length);
  }
  return COMPANY.test(name) ? name : bare;
}
/** A name of two words or more with a form that only companies have. */
const ENDS_IN_A_FORM =
  /^\p{Lu}.*\s(?:plc|ltd\.?|limited|inc\.?|llc|llp|ag|gmbh|s\.a\.|s\.p\.a\.|s\.r\.l\.|n\.v\.|b\.v\.|a\/s|asa|sas|dac|n\.a\.)$/iu;

/** 1 where two names are one, nearly so where one's words are all in the other, else the share of words in common. */
export function likeness(a: string | undefined, b: string | undefined): number {
  if (!a || !b) return 0;
  const [left, right] = [normaliseLabel(a), normaliseLabel(b)];
  if (left === '' || right === '') return 0;
  if (left === right) return 1;
  const [short, long] = left.length < right.length ? [left, right] : [right, left];
  const [words, shortWords] = [long.split(' '), short.split(' ')];
  const distinctive = shortWords.some((word) => word.length > 2 && words.includes(word) && !GENERIC.has(word));
  if (!distinctive) return 0;
  if (long.startsWith(`${short} `)) return 0.995;
  const common = shortWords.filter((word) => words.includes(word)).length;
  if (common === shortWords.length) return 0.95;
  return (common / new Set(words).size) * 0.9;
}

/** `GSI` for Goldman Sachs International. */
export function hasInitials(name: string | undefined, plain: string): boolean {
  if (name === undefined || plain.length < 2) return false;
  const words = normaliseLabel(name)
    .split(' ')
    .filter((word) => word !== 'and');
  const initials = words.map((word) => word[0] ?? '').join('');
  // `AB` of Alder Bryg AS: the legal form has no letter in it.
  const withoutForm = COMPANY.test(` ${words.at(-1)?.toUpperCase() ?? ''}`) || words.at(-1) === 'as';
  if (withoutForm && plain.length > 1 && initials.slice(0, -1) === plain) return true;
  return initials === plain || (plain.length > 2 && initials.startsWith(plain));
}

/** `Ridgeline NB` for Ridgeline National Bank, N.A.: its first word, then the initials of the next. */
export function isShortened(name: string | undefined, plain: string): boolean {
  const [words, given] = [normaliseLabel(name ?? '').split(' '), plain.split(' ')];
  const initials = given.at(-1) ?? '';
  const kept = given.slice(0, -1);
  if (kept.length === 0 || initials.length < 2 || !isDistinctive(kept)) return false;
  const rest = words.slice(kept.length).map((word) => word[0] ?? '');
  return kept.every((word, i) => words[i] === word) && rest.join('').startsWith(initials);
}

/** Words of a name that no other name has. */
export function distinctiveWords(name: string): string[] {
  return normaliseLabel(name)
    .split(' ')
    .filter((word) => word.length > 3 && !GENERIC.has(word));
}
