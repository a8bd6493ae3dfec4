import { useModal } from './modal.ts';

export const HELP = '?';

const KEYS: readonly (readonly [string, string])[] = [
  ['j, k', 'next and previous row, or term'],
  ['Enter', 'open the break'],
  ['n, p', 'next and previous break of the queue as it was shown'],
  ['u', 'back to the queue'],
  ['/', 'find by a key'],
  ['x', 'select the row, for what is done to several'],
  ['[, ]', 'previous and next difference'],
  ['a', 'assign it, or what is selected'],
  ['m', 'take it: it is mine'],
  ['e', 'chase the counterparty: drafts'],
  ['c', 'comment'],
  ['v, V', 'correct a value of their document, of ours'],
  ['1', 'accept the difference'],
  ['2', 'reject: wait for the counterparty'],
  ['3', 'approve what another proposed'],
  ['4', 'refuse what another proposed'],
  ['5', 'close as mistaken'],
  ['o', 'open again'],
  ['Ctrl Enter', 'send what is asked for in a dialog'],
  ['?', 'this list'],
];

export function HelpDialog({ close }: { readonly close: () => void }) {
  const { dialog } = useModal(close);
  return (
    <dialog {...dialog} aria-labelledby="help-title">
      <h2 id="help-title">Keys</h2>
      <dl class="keys">
        {KEYS.map(([keys, what]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button type="submit">Close</button>
      </form>
    </dialog>
  );
}
