/** What is said with a word for no or not, and leaves a value as it is. */
const SAID_WITH_NOT = new RegExp(
  [
    // A day on which banks are closed.
    /(?:not|no longer) (?:a |an )?(?:[\p{L}-]+ ){0,3}(?:days?|dates?)/u,
    /(?:kein|keine|keinen) (?:[\p{L}-]+ ){0,2}[\p{L}-]*(?:tag|tage)(?!\p{L})/u,
    /(?:n['’]est |ne sont |n['’]était |ne serait )?pas (?:un |des )?jours? (?:ouvr|bancair)/,
    /no (?:sea|es|fuera|sean|son) (?:un )?días? h[áa]bil/,
    /non (?:sia|è|siano|sono|fosse) (?:un )?giorn[oi] lavorativ/,
    // `non-deliverable`, and how a trade is settled that is not delivered.
    /non[\s-]*deliver\w*/,
    /(?:no|without|sin|ohne|sans|senza) (?:physical )?(?:delivery|deliver|entrega|lieferung|livraison|consegna)/,
    /(?:no|without|with no|ohne|sans|sin|senza|kein\w*|aucune?) (?:any |a )?(?:spread|margin|marge|aufschlag|zuschlag|margen|diferencial)/,
    /(?:not|no) (?:later|earlier|less|more) than/,
    /(?:from|to|until|up to|and|but)(?:,? (?:and|but))?,? (?:including|excluding|exclusive of|excl\.)/,
    /whether or not|and\/or|or,? if|or such other|or about/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'giu',
);

/** Words for no, not, or, and what is left out, in the five languages that are read. */
const NOT_OR =
  /(?<![\p{L}-])(?:not|no|non|never|neither|nor|or|either|without|except|exclude[sd]?|excluding|exclusive|other than|rather than|instead of|in lieu|kein\w*|nicht|ohne|oder|außer|ausgenommen|ausgeschlossen|statt|anstelle|sauf|hors|sans|pas|ni|ou|exclu(?:s|e|es)?|au lieu|sin|salvo|excepto|exclui\w+|o|senza|eccetto|esclus[oaie]|oppure|anziché)(?![\p{L}-])/iu;

/** A condition behind a value is a term of its own: `quarterly, unless the parties agree otherwise`. */
const CONDITION =
  /(?<!\p{L})(?:if|unless|provided|sofern|falls|wenn|es sei denn|si|à moins|a menos|se|a meno)(?!\p{L}).*$/isu;

/** Whether a cell says of something that it is not meant, or leaves a choice. */
export const saysNotOr = (text: string): boolean =>
  NOT_OR.test(text.replace(SAID_WITH_NOT, ' ').replace(CONDITION, ' '));

/** Whether a cell holds several of a vocabulary's values: a longer name stands before one that is a part of it. */
export const holdsSeveral =
  (vocabulary: readonly (readonly [RegExp, string])[]) =>
  (text: string): boolean => {
    const held = new Set<string>();
    let rest = text;
    for (const [pattern, value] of vocabulary) {
      const without = rest.replace(pattern, ' ');
      if (without !== rest) held.add(value);
      rest = without;
    }
    return held.size > 1;
  };
