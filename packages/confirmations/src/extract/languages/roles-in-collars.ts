/** Who buys and who sells, in the five languages, and the two options that a collar is made of. */
const TOKEN =
  /(?<!\p{L})(?:(buyer|purchaser|holder|acheteur|käufer|comprador|acquirente|compratore)|(seller|writer|vendeur|verkäufer|vendedor|venditore)|(caps?|plafond|techo|tetto)|(floors?|plancher|suelo|pavimento))(?!\p{L})/giu;
/** What may stand between them. */
const BETWEEN = /^(?:\s|[,&:/()]|(?:of|the|and|des?|der|du|del|della?|di|und|et|e|y|l['’])(?!\p{L}))*$/iu;

/**
 * The role in a collar that a label of both its options gives: who buys the cap and sells the floor is its buyer (ISDA's exhibit,
 * in which the cap's buyer pays the premium). `Buyer` or `Seller`; undefined where one party buys or sells both, or other words
 * stand in the label.
 */
export function roleInCollar(label: string): 'Buyer' | 'Seller' | undefined {
  const roles = label.split(/\s\/\s/).map(roleOfHalf);
  const [first] = roles;
  return first !== undefined && roles.every((role) => role === first) ? first : undefined;
}

function roleOfHalf(half: string): 'Buyer' | 'Seller' | undefined {
  if (!BETWEEN.test(half.replace(TOKEN, ' '))) return undefined;
  const tokens = [...half.matchAll(TOKEN)].map(([, buys, sells, cap]) =>
    buys !== undefined ? 'buys' : sells !== undefined ? 'sells' : cap !== undefined ? 'cap' : 'floor',
  );
  switch (tokens.join(' ')) {
    case 'buys cap sells floor':
    case 'cap buys floor sells':
    case 'sells floor buys cap':
    case 'floor sells cap buys':
      return 'Buyer';
    case 'sells cap buys floor':
    case 'cap sells floor buys':
    case 'buys floor sells cap':
    case 'floor buys cap sells':
      return 'Seller';
    default:
      return undefined;
  }
}
