import { normaliseText } from './normalise-text.ts';

/**
 * Business centers: FpML's codes (the business-center scheme), the codes that systems print, and how cities are called in the
 * languages that are read. One line a center, its name first.
 */
const LINES = `
london | gblo | lon | ldn | lnb | londres | londra
new york | usny | nyc | nyk | ny | nyb | new york city | nueva york | nova york
target | euta | target2 | target 2 | t2 | tgt | tar | target settlement | target system | trans european automated real time gross settlement express transfer
u s government securities | us government securities | usgs | usgvt | us government securities business
tokyo | jpto | tok | tyo | tkb | tokio
zurich | chzu | zur | zrh | zuerich | zurigo
geneva | chge | gva | genf | geneve | ginebra | ginevra
frankfurt | defr | fra | ffm | frankfurt am main | frankfurt main | francfort | francoforte
hamburg | deha
munich | demu | munchen | muenchen | monaco di baviera
paris | frpa | par | parigi
sydney | ausy | syd | syb
melbourne | aume | mel
hong kong | hkhk | hkg | hkb
singapore | sgsi | sin | sgb | singapur | singapour
toronto | cato | tor | tob
montreal | camo
madrid | esma | mad
milan | itmi | mil | mailand | milano
rome | itro | rom | roma
brussels | bebr | bru | brussel | bruxelles | bruselas
amsterdam | nlam | ams
dublin | iedu | dub
luxembourg | lulu | lux | luxemburg | lussemburgo
vienna | atvi | vie | wien | vienne | viena
lisbon | ptli | lis | lissabon | lisboa | lisbonne
athens | grat | ath | athen | atenas | atene
stockholm | sest | sto | estocolmo | stoccolma
oslo | noos | osl
copenhagen | dkco | cph | kopenhagen | copenhague | copenaghen
helsinki | fihe | hel
warsaw | plwa | war | warszawa | warschau | varsovie | varsovia | varsavia
prague | czpr | prg | praha | prag | praga
budapest | hubu | bud
bucharest | robu | buh | bukarest | bucarest
istanbul | tris | ist
johannesburg | zajo | jnb | jhb
tel aviv | ilta | tlv
dubai | aedu | dxb
abu dhabi | aead | auh
riyadh | sari | ruh
doha | qado
kuwait | kwku | kuwait city
mumbai | inmu | bom
seoul | krse | sel
taipei | twta | tpe
beijing | cnbe | pek | peking | pekin
shanghai | cnsh | sha
bangkok | thba | bkk
jakarta | idja | jkt
manila | phma | mnl
kuala lumpur | mykl | kul
sao paulo | brsp | sao
rio de janeiro | brrj | rio
brasilia | brbd | bsb
mexico city | mxmc | mex | ciudad de mexico
santiago | clsa | scl
bogota | cobo | bog
lima | peli
buenos aires | arba | bue
chicago | usch | chi
auckland | nzau | akl
wellington | nzwe | wlg
`;

const CENTERS: ReadonlyMap<string, string> = new Map(
  LINES.trim()
    .split('\n')
    .flatMap((line) => {
      const [center = '', ...others] = line.split(' | ');
      return [center, ...others].map((name) => [name, center] as const);
    }),
);
const CITIES: ReadonlySet<string> = new Set(CENTERS.values());

/** What stands beside a city: it is no place. */
const NO_PLACE =
  /\b(?:modified following|modified preceding|following|preceding|business days?|banking days?|settlement days?|convention|for payments?)\b/g;
/** A name of more words is a clause, in which cities are named. */
const WORDS_OF_A_CITY = 5;

/** A center by the name that all its names have; what is none stays as it is. */
export const centerOf = (name: string): string => CENTERS.get(name) ?? name;

/** Places, whichever comes first, each by its one name: `New York e TARGET2`, `EUTA, USNY`. */
export function places(value: string): string {
  const named = value
    .split(/[,;/+]|\b(?:and|und|sowie|et|plus|as well as)\b|\s[ey]\s|&/i)
    .map((place) => normaliseText(place).replace(NO_PLACE, '').trim())
    .flatMap((place) => {
      // `NYC USGS`: codes that nothing but a space parts.
      const codes = place.split(' ');
      return codes.every((code) => CENTERS.has(code)) ? codes : [place];
    });
  const cities = named.flatMap((place) => (place.split(' ').length > WORDS_OF_A_CITY ? citiesIn(place) : [place]));
  const centers = [...new Set(cities.filter(Boolean).map(centerOf))];
  return centers.length > 0 ? centers.sort().join(', ') : normaliseText(value);
}

/** The centers that a text names, normalised and in the order of the list. */
export function citiesIn(clause: string): string[] {
  return [...CITIES].filter((city) => ` ${clause} `.includes(` ${city} `));
}
