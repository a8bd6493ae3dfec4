import { canonicalLabel } from './labels.ts';
import type { Entry } from './layout/entry.ts';

/** Labels of a framework agreement, in the languages that are read. */
const AGREEMENT =
  /\b(?:master|framework|isda|agreement|rahmenvertrag|convention cadre|contrato marco|accordo quadro|contratto quadro)\b/;
const ITS_DAY =
  /^(?:dated|date|dated as of|signed|signed on|vom|datum|en date du|date de signature|de fecha|fecha|datato|data)$/;

/**
 * `Master agreement | Dated` over `ISDA 2002 | 2017-09-14`: a day whose label says no more, right beside the agreement, is the
 * agreement's and not the paper's.
 */
export const withDaysOfAgreements = (entries: readonly Entry[]): readonly Entry[] =>
  entries.map((entry, i) => {
    const before = entries[i - 1];
    const isBeside =
      before !== undefined &&
      before.page === entry.page &&
      before.line === entry.line &&
      AGREEMENT.test(canonicalLabel(before.label));
    return isBeside && ITS_DAY.test(canonicalLabel(entry.label))
      ? { ...entry, label: 'Master Agreement dated' }
      : entry;
  });
