/**
 * Jurisdictions whose laws govern trades: the name that each is kept under, and the words for its law in English, German,
 * French, Spanish and Italian: adjectives and names of places, in lower case and without accents, as alternatives of a pattern.
 */
const JURISDICTIONS: readonly (readonly [name: string, words: string])[] = [
  ['English', 'english|england(?: and wales| & wales)?|englisch(?:e[msn]?)?|anglaise?|ingles[ae]?'],
  ['New York', 'new york|n\\.? ?y\\.?'],
  ['French', 'french|france|franzosisch(?:e[msn]?)?|francaise?|frances[ae]?'],
  ['German', 'german|germany|deutsch(?:e[msn]?)?|allemande?|aleman[a]?|tedesc[ao]'],
  ['Spanish', 'spanish|spain|spanisch(?:e[msn]?)?|espagnole?|espanola?|spagnol[ao]'],
  ['Italian', 'italian[ao]?|italy|italienisch(?:e[msn]?)?|italien(?:ne)?'],
  ['Irish', 'irish|ireland|irisch(?:e[msn]?)?|irlandaise?|irlandes[ae]?'],
  ['Scots', 'scots|scottish|scotland|schottisch(?:e[msn]?)?|ecossaise?|escoces[a]?|scozzese'],
  ['Swiss', 'swiss|switzerland|schweizer(?:isch(?:e[msn]?)?)?|suisse|suiz[ao]|svizzer[ao]'],
  ['Austrian', 'austrian?|osterreichisch(?:e[msn]?)?|autrichien(?:ne)?|austriac[ao]'],
  ['Dutch', 'dutch|(?:the )?netherlands|niederlandisch(?:e[msn]?)?|neerlandaise?|(?:h?olandes|neerlandes)[ae]?'],
  ['Luxembourg', 'luxembourg|luxemburgisch(?:e[msn]?)?|luxembourgeoise?|luxemburgues[a]?|lussemburghese'],
  ['Belgian', 'belgian|belgium|belgisch(?:e[msn]?)?|belge|belg[ao]'],
  ['Portuguese', 'portuguese|portugal|portugiesisch(?:e[msn]?)?|portugaise?|portugues[a]?|portoghese'],
  ['Swedish', 'swedish|sweden|schwedisch(?:e[msn]?)?|suedoise?|suec[ao]|svedese'],
  ['Danish', 'danish|denmark|danisch(?:e[msn]?)?|danoise?|danes[ae]?'],
  ['Norwegian', 'norwegian|norway|norwegisch(?:e[msn]?)?|norvegien(?:ne)?|norueg[ao]|norvegese'],
  ['Finnish', 'finnish|finland|finnisch(?:e[msn]?)?|finlandaise?|finlandes[ae]?'],
  ['Polish', 'polish|poland|polnisch(?:e[msn]?)?|polonaise?|polac[ao]|polacc[ao]'],
  ['Japanese', 'japanese|japan|japanisch(?:e[msn]?)?|japonaise?|japones[a]?|giapponese'],
  ['Singapore', 'singapore'],
  ['Hong Kong', 'hong kong'],
  ['Ontario', 'ontario'],
  ['New South Wales', 'new south wales'],
];

const PATTERNS = JURISDICTIONS.map(([name, words]) => ({
  name,
  alone: new RegExp(`^(?:the )?(?:state of |province of |republic of )?(?:${words})$`),
  law: new RegExp(
    `\\b(?:${words})(?: internal)? (?:laws?|recht(?:s|es)?)\\b|\\blaws? of (?:the )?(?:state of |province of |republic of )?(?:${words})(?![a-z])|\\b(?:droit|loi|legislation|derecho|ley|leyes|legislacion|diritto|legge|legislazione) (?:${words})\\b`,
  ),
}));

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();

/** The one jurisdiction whose law a text names, `Irish` of `droit irlandais`; undefined where it names none or several. */
export function jurisdictionOfLaw(text: string): string | undefined {
  const said = plain(text);
  const named = PATTERNS.filter(({ law }) => law.test(said));
  return named.length === 1 ? named[0]?.name : undefined;
}

/** The jurisdiction that a text is the name of, `New York` of `State of New York`. */
export function jurisdictionNamed(text: string): string | undefined {
  const said = plain(text);
  return PATTERNS.find(({ alone }) => alone.test(said))?.name;
}
