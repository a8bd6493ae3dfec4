import { frequencyInWords } from '../values/terms.ts';

/**
 * The words in which frequencies, day counts, conventions, styles, ways to settle and restructuring are printed, with those
 * that say nothing by themselves. A cell with a word that is not here says more than its value (R2). Sources: ISDA's 2006 and
 * 2021 Definitions, FpML's schemes, the masters that the files of `languages` name.
 */
const WORDS = `
  leg legs both
  a all an and any are as at be been being but by do does each either every exactly falls fall for from given goes has have he her
  here herein hereof hereto his if in into is it its made may next no nor not of off on once or other our out over per same set
  shall so such than that the their them then there these this those to twice times up upon us used via was we were when where
  which will with within you your both one two three four six twelve nine five seven eight ten eleven

  annual annually annum year years yearly semi semiannual semiannually half bi biannual biannually quarter quarters quarterly
  qtr qtrly qrtly qtly mthly month months monthly mth mths week weeks weekly day days daily term maturity bullet once payable payment payments pay paid
  pays period periods interest coupon date dates ending end ends begin beginning commencing commence commences starting start
  starts including inclusive excluding exclusive occurring year calendar roll rolls rolling imm arrear arrears frequency
  effective termination trade last scheduled settlement delayed

  january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept
  oct nov dec monday tuesday wednesday thursday friday saturday sunday third st nd rd th

  ajustadas ajustados segun selon secondo gemass conforme
  ein zwei drei vier sechs zwölf deux trois quatre douze dos tres cuatro seis doce due tre quattro sei dodici
  selben gleichen terminen mêmes identiques mismas mismos stesse stessi eurozinsmethode desde dal depuis contar decorrere
  devises divise divisas devisen differenz difference difference différence tout toute moment jusqu terme cualquier momento qualsiasi jederzeit
  fisso fijo fixe fest durch wahrungen beider entered swap
  act actual exact basis bond money market eurobond fixed fix afi afb icma isma isda isda eur count fraction daycount dcf day bus
  nl over

  modifiedf frn modified mod following fol foll preceding prec modfollowing modfollow modfoll modfol mfoll mfol mf mfbd mfbdc bdc convention conv business banking good
  date adj adjust adjusted adjustment adjusts subject accordance provided section sections pursuant definitions definition
  applicable applies apply applied relevant agreement confirmation referred transaction

  amer euro berm prin netcash
  european american bermudan bermuda style option options currency vanilla plain exercise put call

  cash physical physically settle settled settles settlement delivery deliverable currencies non nondeliverable delivered financial
  financially terms net gross pvp dvp cls against versus method type auction accounts customer customers bank held
  contanti differenza keine physischer physischen consegna vencimiento

  restructuration modifiee modificada reestructuracion ristrutturazione modificata
  false true yes included excluded
  restructuring mmr mr cr xr mod modified old full r no without applicable credit event events bankruptcy failure

  jährlich jährliche jährlicher jährlichen jahr jahres jahren jeden jedes jeweils halbjährlich halbjährliche halbjährlicher
  vierteljährlich vierteljährliche vierteljährlicher viertel monatlich monatliche monat monate monats monaten nachschüssig nachträglich letztmals erstmals enddatum laufzeitende
  ende fällig fälligkeit zahlung zahlungen zahlbar zinszahlung zinsperiode zinsperioden zinstermin zum zur am an ab und oder
  der die das den dem des ein eine einer eines einen im ist sind bei mit nach von vom für alle aller je es wird werden ist
  januar februar märz mai juni juli oktober dezember
  tatsächlich tatsächliche tage tagen tag echt deutsche methode zinsmethode
  modifiziert modifizierte modifizierter modifizierten folgend folgende folgender folgenden nächstfolgend nächstfolgender
  geschäftstag geschäftstage bankarbeitstag bankarbeitstage bankgeschäftstag konvention geschäftstagekonvention
  geschäftstagskonvention folgetag folgegeschäftstag angepasst vorhergehend vorhergehender regelung
  europäisch europäische europäischer amerikanisch amerikanische amerikanischer option art ausübung
  barausgleich bar lieferung effektiv effektive physisch physische abwicklung erfüllung differenzausgleich

  annuel annuelle annuellement semestriel semestrielle semestriellement trimestriel trimestrielle trimestriellement mensuel
  mensuelle mensuellement mois an ans année années chaque tous toutes les le la l de du des d à au aux et ou en par un une
  terme échu échoir paiement paiements payable payables intérêts intérêt période périodes fin échéance date dates
  janvier février mars avril mai juin juillet août septembre octobre novembre décembre
  exact réel base nombre jours jour
  ouvré ouvrés suivant suivante modifié modifiée précédent convention ajusté ajustée ajustement
  européen européenne américain américaine exercice type
  espèces livraison physique règlement livrable en numéraire

  anual anuales anualmente semestral semestrales semestralmente trimestral trimestrales trimestralmente mensual mensuales
  mensualmente mes meses año años cada todos todas los las el la lo del al de y o en por con un una vencido vencidos pago pagos
  pagadero pagadera interés intereses periodo período periodos fin final vencimiento fecha fechas
  enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
  real base días día hábil hábiles siguiente modificado modificada anterior convención ajustado ajustada ajuste
  europea europeo americana americano estilo opción ejercicio
  efectivo entrega física físico liquidación diferencias diferencia

  annuale annuali annualmente annuo semestrale semestrali semestralmente trimestrale trimestrali trimestralmente mensile
  mensili mensilmente mese mesi anno anni ogni tutti tutte il lo gli i le di del dello della dei al allo alla e o in per con un
  una posticipato posticipata posticipate posticipati pagamento pagamenti pagabile interessi periodo periodi fine scadenza data
  gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
  effettivi effettivo base giorni giorno lavorativo lavorativi successivo successiva modificato modificata precedente
  convenzione rettificato rettificata
  europea europeo americana americano stile opzione esercizio
  contanti consegna fisica fisico regolamento liquidazione differenziale
`;

const plain = (text: string) =>
  text
    // `physicalSettlementTerms`: an element's name.
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();

const KNOWN: ReadonlySet<string> = new Set(plain(WORDS).split(/\s+/).filter(Boolean));

/** Whether a word is one that such values are made of, or that says nothing by itself. */
export const isWordOfValues = (word: string): boolean => KNOWN.has(plain(word));

/** The words of a cell that are neither of such a value nor empty of meaning. `Semestrielles`, `mensili` are a frequency in any form. */
export function otherWords(text: string): string[] {
  return (plain(text).match(/\p{L}+/gu) ?? []).filter(
    (word) => word.length > 1 && !KNOWN.has(word) && frequencyInWords(word) === undefined,
  );
}
