import { readBusinessDayConvention } from '../values/terms.ts';

/**
 * Business day conventions said in words: `A date that is not a Business Day moves to the next Business Day, unless that day
 * falls in the next calendar month, in which case it moves to the preceding one`, in the five languages that are read. Sources:
 * 2006 ISDA Definitions, 4.12; 2021 ISDA Definitions, 2.3; Rahmenvertrag, FBF, CMOF. A sentence with any word besides says
 * more, and is none of these.
 */
const WORDS = `
  a an the any each if where when that which such this it then so same in on of for to or and as is are be being falls fall falling
  would shall will not otherwise relevant payment payments paid made due date dates day days maturity termination effective period
  periods end ending scheduled interest calculation business banking working good postponed moved moves move adjusted rolls roll
  rolled brought carried deferred extended forward back next following first succeeding immediately upon unless except case event
  instead calendar month another different new preceding previous prior one payable
  los las el la lo un una pago pagos fecha fechas que no coincida coincidan sea sean caiga caigan en con dia dias habil habiles
  inhabil inhabiles se traslada trasladan trasladara trasladaran pasa pasan pasara pasaran al siguiente inmediatamente inmediato
  salvo excepto mes posterior otro natural calendario cuyo caso anterior adelanta adelantan adelantara adelantaran anticipa anticipan anticipara anticiparan dicho dicha este
  esta cuando si efectua efectuara efectuaran realizara de del vencimiento liquidacion periodo fin y o primer
  fallt fallen falle ein eine einen einem eines zahlungstag zahlungstage falligkeitstag zahlungstermin termin tag tage datum auf
  kein keinen keine nicht geschaftstag bankarbeitstag bankgeschaftstag der die das den dem des gilt wird werden verschiebt
  verschieben verschoben sich er es nachsten nachste nachstfolgenden nachstfolgende folgenden folgende unmittelbar sei denn dieser
  dieses lage liegt fiele im anderen kalendermonat monat fall diesem unmittelbar vorhergehenden vorhergehende vorangehenden
  vorangegangenen zahlung zahlungen erfolgt erfolgen am ist und oder wenn falls vorgezogen ausser dann bei periodenende
  une le les l d date echeance jour jours ouvre ouvres n est pas ne tombe tombent qui sont elle il sera seront reporte reportee
  reportes reportees au premier suivant suivante moins sauf ce celui ci dans mois civil calendaire auquel avance avancee avances
  avancees precedent dernier paiement effectue
  uno data pagamento pagamenti giorno giorni lavorativo lavorativi non e cade cadono essere sara saranno verra spostata spostato
  rinviata rinviato posticipata posticipato primo successivo immediatamente meno tale cada mese solare seguente nel qual anticipata
  anticipato precedente scadenza di cas`;
const KNOWN: ReadonlySet<string> = new Set(WORDS.split(/\s+/).filter(Boolean));

const BUSINESS_DAY =
  '(?:(?:business|banking|working) days?|(?:bank(?:arbeits|geschafts)?|geschafts)tag|jours? ouvres?|dias? habil(?:es)?|giorn[oi] lavorativ[oi])';
const NOT_ONE = new RegExp(
  `\\b(?:not (?:a |an )?${BUSINESS_DAY}|no (?:coincida|coincidan|sea|sean|es|son) (?:con |en )?(?:un )?(?:dias? habil(?:es)?)|(?:dia )?inhabil|(?:auf )?keine?n? ${BUSINESS_DAY}|n est pas (?:un )?${BUSINESS_DAY}|ne sont pas des ${BUSINESS_DAY}|non (?:e|cade in|sia) (?:un )?${BUSINESS_DAY}|giorno non lavorativo)`,
);
const NEXT = new RegExp(
  `\\b(?:(?:next|following|succeeding)(?: following| succeeding)? ${BUSINESS_DAY}|(?:nachst(?:en|e)|nachstfolgenden?|folgenden?) ${BUSINESS_DAY}|${BUSINESS_DAY} (?:inmediatamente |immediatamente )?(?:suivant|siguiente|successivo)|(?:siguiente|successivo) (?:${BUSINESS_DAY}))`,
);
const PREVIOUS = new RegExp(
  `\\b(?:(?:preceding|previous|prior) (?:${BUSINESS_DAY}|one)|(?:vorhergehenden?|vorangehenden?|vorangegangenen) (?:${BUSINESS_DAY})?|${BUSINESS_DAY} (?:inmediatamente |immediatamente )?(?:precedente?|anterior)|(?:al|all|le) (?:dia )?(?:anterior|precedente?)|anterior ${BUSINESS_DAY})`,
);
const UNLESS_IN_ANOTHER_MONTH =
  /\b(?:unless|except|salvo|excepto|es sei denn|ausser|a moins que|sauf|a meno che)\b.*\b(?:month|mes|monat|kalendermonat|mois|mese)\b/;

/** The convention that a whole sentence says, and says nothing besides. */
export function conventionInWords(sentence: string): 'FOLLOWING' | 'MODIFIED_FOLLOWING' | 'PRECEDING' | undefined {
  const [bracket = '', named] = /\s*\(([^()]{4,60})\)(?=[.\s]*$)/.exec(sentence) ?? [];
  const convention = conventionOf(sentence.replace(bracket, ''));
  // `(siguiente modificado)`: its name, which has to be of the same one.
  return named === undefined || readBusinessDayConvention(named) === convention ? convention : undefined;
}

function conventionOf(sentence: string): 'FOLLOWING' | 'MODIFIED_FOLLOWING' | 'PRECEDING' | undefined {
  const plain = sentence
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/ß/g, 'ss')
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
  if (!plain.split(' ').every((word) => KNOWN.has(word))) return undefined;
  const of = NOT_ONE.exec(plain);
  if (of === null) return undefined;
  const said = plain.slice(of.index + of[0].length);
  // A second `not` is of something else: `and periods are not adjusted`.
  if (/\b(?:not|nicht|non|no|keine?n?|pas)\b/.test(said)) return undefined;
  const [next, previous] = [NEXT.exec(said), PREVIOUS.exec(said)];
  const unless = UNLESS_IN_ANOTHER_MONTH.exec(said);
  if (next !== null && previous === null)
    return unless === null && !/\bmonth|mes|monat|mois|mese\b/.test(said) ? 'FOLLOWING' : undefined;
  if (next !== null && previous !== null)
    return unless !== null && next.index < unless.index && unless.index < previous.index
      ? 'MODIFIED_FOLLOWING'
      : undefined;
  return previous !== null && unless === null ? 'PRECEDING' : undefined;
}
