import { go } from './address.ts';
import { api, type Corrected } from './api.ts';
import { words } from './words.ts';

interface NoticeOptions {
  readonly corrected: Corrected;
  /** Of the break that is shown. */
  readonly matchId: string | undefined;
}

/** What came of a correction: what the trade is now, and where, if that is another break. */
export function CorrectionNotice({ corrected: { field, value, effect }, matchId }: NoticeOptions) {
  const match = effect?.in_effect ? effect.trades[0]?.match : undefined;
  const other = match?.match_id !== matchId ? match?.match_id : undefined;
  return (
    <p role="status" class="stale">
      {words(field)} is {value} by your correction.{' '}
      {match && `The result is ${words(match.status)}; another person looks at both documents.`}
      {effect?.in_effect === false && effect.message}{' '}
      {other !== undefined && (
        <button
          type="button"
          class="link"
          onClick={() =>
            void api.find(other).then(
              (answer) => 'place' in answer && go(undefined, answer.place, {}),
              () => undefined,
            )
          }
        >
          Open its break
        </button>
      )}
    </p>
  );
}
