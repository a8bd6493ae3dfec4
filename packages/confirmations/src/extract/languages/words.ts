/**
 * Words of labels in German, French, Spanish and Italian, one `word | word = English | English` a line, as `normaliseLabel`
 * writes them: without accents, in lower case. What stands behind the bar says the same in other labels. Sources: the
 * masters that the files beside this one name.
 */
export const WORDS_OF_LABELS = `
  bezugsbetrag | nominalbetrag | nennbetrag | nominal | nominale | nominaux | nocional | nozionale | notionnel | notionnels | nozionali | nocionales = notional
  betrag | betrage | betrages | betragen | betrags | montant | montants | importe | importes | importo | importi | ammontare = amount
  kapital | capital | capitale | principal | principale = principal | notional
  valuta = value date | currency
  wahrung | wahrungen | divisa | divisas | devise | devises | moneda | monedas | monnaie = currency
  zahler | payeur | pagador | pagatore | zahlt | zahlende | zahlungspflichtiger | paga | payant | payante | debitore | obligado al pago | dovuto = payer
  zahlung | zahlungen | zahlbar | zahlungs | zahl | paiement | paiements | pago | pagos | pagamento | pagamenti | versement | versements | abono | abonos = payment
  cedola | cupon | kupon = coupon
  annuo | annua | annuelle | annuel | anual | jahrlich | jahrliche = annual
  zins | zinsen | interet | interets | interes | intereses | interesse | interessi = interest
  tipo | tipos = rate | type
  satz | satzes | zinssatz | zinssatzes | taux | tasa | tasso | tassi = rate
  fest | feste | fester | festen | festes | fix | fixe | fixes | fixer | fixen | fijo | fija | fijos | fijas | fisso | fissi | fissa = fixed
  festsatz | festsatzes | festzins | festzinses | festzinssatz | festzinssatzes = fixed rate
  festbetrag | festbetrage | festbetragen | festbetrags = fixed amount
  variabel | variable | variabler | variablen | variables | variabile | variabili | flottant | flottante | flottants | flotante = floating
  referenzsatz | referenzsatzes | referenzzinssatz | referenzzinssatzes | referenzzins | referenzzinses | basissatz | basissatzes | basiszins | basiszinssatz | basiszinssatzes | parametro = index | floating rate
  termin | termine | tag | tage | datum | date | dates | fecha | fechas | data | dia | dias | jour | jours | giorno | giorni = date
  handels | handel | abschluss | geschafts | negociation | conclusion | negociacion | contratacion | negoziazione | conclusione | stipula = trade
  beginn | anfang | anfangs | start | debut | depart | commencement | inicio | comienzo | inizio | decorrenza | partenza = start | effective
  ende | end | fin | fine | termine | terminacion | finalizacion = end | termination
  falligkeit | falligkeits | falligkeiten | echeance | echeances | vencimiento | vencimientos | scadenza | scadenze | maturite = maturity
  laufzeit | duree | plazo | durata | periode des index = tenor | term
  geschaftstag | geschaftstage | geschaftstags | geschaftstages | bankarbeitstag | bankarbeitstage | bankarbeitstags | bankwerktag | bankwerktage | werktag | werktage | arbeitstag | arbeitstage | bankgeschaftstag | bankgeschaftstage | jour ouvre | jours ouvres | jour ouvrable | jours ouvrables | dia habil | dias habiles | giorno lavorativo | giorni lavorativi | dias laborables = business day
  konvention | konventionen | regel | regelung | convention | conventions | convencion | convenzione = convention
  anpassung | anpassungs | ajustement | ajuste | ajustes | aggiustamento | rettifica = adjustment
  quotient | zinstagequotient | tagequotient | usanz | zinsusanz | zinsmethode | zinsberechnung | zinsberechnungsmethode | zinstagezahlung | tageberechnung | berechnungsmethode | base de calcul | base de calculo | base di calcolo | base de decompte | base de liquidacion | divisore = day count | basis
  frequenz | rhythmus | turnus | periodizitat | periodicite | periodicidad | periodicita | frequence | frecuencia | frequenza | cadenza | weise | intervall = frequency
  aufschlag | zuschlag | marge | spanne | diferencial | margen | maggiorazione | margine | ecart = spread
  berechnungsstelle | berechnungsagent | agent de calcul | agente de calculo | agente di calcolo | agente per il calcolo = calculation agent
  kalender | calendrier | calendario | calendari | feiertage | feiertags = calendar
  option | options | opcion | opciones | opzione = option
  verkaufer | verkaufers | vendeur | vendedor | venditore | venditrice | vendedora | vendeuse | stillhalter = seller
  kaufer | kaufers | acheteur | comprador | compradora | acquirente | compratore = buyer
  kauf | achat | compra | acquisto = call
  verkaufs | vente | venta | vendita = put
  pramie | pramien | prime | prima | premio = premium
  ausubung | ausubungs | exercice | ejercicio | esercizio = exercise
  verfall | verfalls | expiration | expiracion = expiry
  preis | preise | preises | prix | precio | precios | prezzo | prezzi = price
  kurs | kurses | cours | cambio = rate | price
  zeit | uhrzeit | zeitpunkt | heure | hora | ora | orario = time
  barriere | barriera | barrera | schwelle | schwellen = barrier
  niveau | nivel | livello | stand = level
  art | type | nature | clase | genere = type
  stil | style | estilo | stile = style
  erfullung | erfullungs | abwicklung | abwicklungs | abrechnung | abrechnungs | reglement | denouement | liquidacion | regolamento | liquidazione = settlement
  lieferung | liefer | livraison | entrega | consegna = delivery
  referenz | reference | references | referencia | riferimento | rif | vorgang | zeichen | aktenzeichen | kennzeichen = reference
  intern | interne | interner | interna | interno = internal
  fixing | feststellung | feststellungs | fixage | fijacion | rilevazione | constatation = fixing
  quelle | source | fuente | fonte = source
  schuldner | entite | entidad | entita = entity
  nome | nom | nombre de referencia = name
  titolo | obligationsanleihe | anleihe = bond
  verbindlichkeit | verbindlichkeiten | obligation | obligacion | obbligazione = obligation
  sicherungs | absicherung | absicherungs | protection | proteccion | protezione = protection
  sicherungsgeber = protection seller
  sicherungsnehmer = protection buyer
  ware | waren | rohstoff | rohwaren | marchandise | mercancia | merce | materia prima | matiere premiere = commodity
  menge | mengen | quantite | cantidad | quantita = quantity
  gesamt | total | totale | totales | gesamte | globale | complessiva = total
  monat | monats | monatlich | monatliche | mensuel | mensuelle | mensual | mensile | mois | mes | mese = month | period
  periode | perioden | periodes | periodo | periodos | periodi | berechnungszeitraum | zeitraum = period
  ausgleich | ausgleichs | ausgleichung = settlement
  aktie | aktien | action | actions | accion | acciones | azione | azioni | titre | titres = share | equity
  anzahl | nombre | numero | stuck = number
  rendite | ertrag | ertrags | rendement | rendimiento | rentabilidad | rendimento | performance | wertentwicklung = return
  basiswert | sous jacent | subyacente | sottostante = underlying
  anfangskurs | anfangspreis | anfangsstand | ausgangskurs = initial price
  austausch | tausch | echange | intercambio | scambio = exchange
  kapitaltausch | kapitalaustausch = principal exchange
  anfangszahlung | soulte | soulte initiale = upfront payment
  due par | du par | payee par | versee par | dovuto da | dovuta da | debido por | pagadero por = payable by | payer
  modalita | modo | forma | modalites | mode = type
  data valuta | date de valeur | fecha valor | valutatag = value date
  initial | initiale | inicial | iniziale | anfanglich | anfangliche | anfanglicher = initial
  boden | mindest | untergrenze | plancher | suelo = floor
  hochst | obergrenze | plafond | techo | tetto = cap
  unsere | unser | notre | nuestra | nuestro | nostro | nostra = our
  ihre | ihr | votre | su | vuestra | vostro | vostra = your
  gegenpartei | kontrahent | vertragspartner | contrepartie | contraparte | contrapartida | controparte = counterparty
  kunde | kunden | client | cliente = client
  bank | banque | banco | banca = bank
  vorgesehen | vorgesehenes | planmassig | planmassige | planmassiges | prevue | prevu | prevista | previsto = scheduled
  gegenwert | contrevaleur | contravalor | controvalore = countervalue
  rahmenvertrag | convention cadre | contrato marco | accordo quadro | contratto quadro = master agreement
`;

/** Words that bind the others. */
export const BINDING_WORDS: ReadonlySet<string> = new Set(
  `der die das des dem den fur von vom zum zur je pro per und am auf bei im in
   de du des la le les l d et en au aux sur par pour a
   del el los las lo y e al con por para sobre
   di della dello dei delle dell il gli i su sul sullo nella nel da dal per
   parte parti partei partie partes che chi que qui quien
   of for the and on`
    .trim()
    .split(/\s+/),
);
