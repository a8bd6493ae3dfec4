import type { Wording } from '@trade-matching/domain';
import { useEffect, useState } from 'preact/hooks';
import { ApiError, api, type Session } from './api.ts';
import { moment, words } from './words.ts';

/** Labels that people said state a field: proposed, accepted and refused. */
export function WordingsScreen({ session }: { readonly session: Session }) {
  const [wordings, setWordings] = useState<readonly Wording[]>();
  const [trouble, setTrouble] = useState<string>();
  const { id, roles } = session.person;
  const mayDecide = roles.some((role) => role === 'approver' || role === 'admin');
  const attempt = async (act: () => Promise<unknown>) => {
    try {
      await act();
      setWordings((await api.wordings()).wordings);
      setTrouble(undefined);
    } catch (error) {
      setTrouble(error instanceof ApiError ? error.message : String(error));
    }
  };
  useEffect(() => void attempt(async () => undefined), []);
  return (
    <>
      <h1>Wordings</h1>
      <p>
        Labels that no list has, and the field that each states. One person proposes one from a break; it is read by
        once another accepts it.
      </p>
      {trouble !== undefined && (
        <p role="alert" class="trouble">
          {trouble}
        </p>
      )}
      {!wordings && trouble === undefined && <p role="status">Loading…</p>}
      {wordings?.length === 0 && <p role="status">None was ever proposed.</p>}
      {wordings && wordings.length > 0 && (
        <div class="wide">
          <table>
            <caption class="hidden">Wordings, the latest proposed first</caption>
            <thead>
              <tr>
                {['Label', 'Field', 'Product', 'Of', 'Proposed', 'From', 'State'].map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {wordings.map((each) => (
                <tr key={each.wording_id}>
                  <th scope="row">{each.label}</th>
                  <td>{words(each.field)}</td>
                  <td>{words(each.product)}</td>
                  <td>{each.counterparty ?? 'everybody'}</td>
                  <td>
                    {each.proposed_by}, {moment(each.proposed_at)}: {each.comment}
                  </td>
                  <td class="anywhere">{each.document.s3_key}</td>
                  <td>
                    {each.decided && `${words(each.decided.what)} by ${each.decided.by}, ${moment(each.decided.at)}`}
                    {!each.decided && (!mayDecide || each.proposed_by === id) && 'Another person decides'}
                    {!each.decided &&
                      mayDecide &&
                      each.proposed_by !== id &&
                      (['accept', 'refuse'] as const).map((what) => (
                        <button
                          key={what}
                          type="button"
                          aria-label={`${words(what)} ${each.label}`}
                          onClick={() => void attempt(() => api.decideWording(each.wording_id, what))}
                        >
                          {words(what)}
                        </button>
                      ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
