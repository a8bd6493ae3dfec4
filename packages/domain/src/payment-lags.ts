/** So many days from the end of a period or from a date, on which a payment is due. */
export interface PaymentLag {
  readonly days: number;
  readonly kind: 'business' | 'calendar';
  readonly direction: 'before' | 'after';
}

/** Numbers as confirmations write them before days, in five languages, in order: `five`, `fünf`, `quinto`. */
const NUMBERS: ReadonlyMap<string, number> = new Map(
  `1 one first ein einen eine ersten erste erster un une premier uno una primer primero primo
   2 two second zwei zweite zweiten zweiter deux deuxieme dos segundo due secondo
   3 three third drei dritte dritten dritter trois troisieme tres tercer tercero tre terzo
   4 four fourth vier vierte vierten vierter quatre quatrieme cuatro cuarto quattro quarto
   5 five fifth funf funfte funften funfter cinq cinquieme cinco quinto cinque
   6 six sixth sechs sechste sechsten sixieme seis sexto sei sesto
   7 seven seventh sieben siebte siebten sept septieme siete septimo sette settimo
   8 eight eighth acht achte achten huit huitieme ocho octavo otto ottavo
   9 nine ninth neun neunte neunten neuf neuvieme nueve noveno nove nono
   10 ten tenth zehn zehnte zehnten dix dixieme diez decimo dieci
   15 fifteen fifteenth funfzehn quinze quince quindici
   20 twenty twentieth zwanzig vingt veinte venti
   30 thirty thirtieth dreissig trente treinta trenta`
    .split('\n')
    .flatMap((line) => {
      const [figure = '', ...words] = line.trim().split(' ');
      return [figure, ...words].map((word) => [word, Number(figure)] as const);
    }),
);

const COUNT = `\\d{1,2}|${[...NUMBERS.keys()].filter((word) => !/\d/.test(word)).join('|')}`;
const LAG = new RegExp(
  `\\b(${COUNT})(?:st|nd|rd|th|er|\\.|º|°)?(?: ?\\((\\d{1,2})\\))?(?: [a-z]+){0,2}? ` +
    '(?:(?:(business|bus|banking|working|local|commodity business|good)(?: [a-z]+)? )?days?' +
    '|(bds?)' +
    '|(?:(bank(?:arbeits|geschafts|werk)?|geschafts|arbeits|werk)|kalender)?tage?n?' +
    '|jours? ?(ouvres?|ouvrables?)?(?: calendaires?)?' +
    '|dias? ?(habil(?:es)?|laborables?)?(?: naturales)?' +
    '|giorn[oi] ?(lavorativ[oi]|bancari[oi])?(?: di calendario)?)' +
    ' (after|following|from|before|prior|preceding|nach|vor|apres|suivant|avant|precedant|despues|siguientes?|posterior(?:es)?|antes|anterior(?:es)?|successiv[oi]|dopo|dalla?|prima|antecedent[ei])\\b',
  'g',
);
const BEFORE = /^(?:before|prior|preceding|vor|avant|precedant|antes|anterior|prima|antecedent)/;

/** `5 business days after the end of each period`, `quinto giorno lavorativo successivo alla fine`: each of a text. */
export function paymentLagsIn(text: string): PaymentLag[] {
  return [...plainOf(text).matchAll(LAG)].map(([, count = '', figure, ...rest]) => {
    const [business, short, banking, ouvres, habiles, lavorativi, direction = ''] = rest;
    const kind =
      (business ?? short ?? banking ?? ouvres ?? habiles ?? lavorativi) === undefined ? 'calendar' : 'business';
    return {
      days: figure === undefined ? (NUMBERS.get(count) ?? Number(count)) : Number(figure),
      kind,
      direction: BEFORE.test(direction) ? 'before' : 'after',
    };
  });
}

/** What a text says besides such days, in lower case and without accents. */
export const withoutPaymentLags = (text: string): string => plainOf(text).replace(LAG, ' ');

const plainOf = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/ß/g, 'ss')
    .toLowerCase()
    .replace(/\s+/g, ' ');
