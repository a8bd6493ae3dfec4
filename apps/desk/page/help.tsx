import { useEffect, useRef } from 'preact/hooks';

export const HELP = '?';

const KEYS: readonly (readonly [string, string])[] = [
  ['j, k', 'next and previous row, or term'],
  ['Enter', 'open the break'],
  ['u', 'back to the queue'],
  ['[, ]', 'previous and next difference'],
  ['m', 'take it: it is mine'],
  ['c', 'comment'],
  ['1', 'accept the difference'],
  ['2', 'reject: wait for the counterparty'],
  ['3', 'approve what another proposed'],
  ['4', 'refuse what another proposed'],
  ['Ctrl Enter', 'send what is asked for in a dialog'],
  ['?', 'this list'],
];

export function HelpDialog({ close }: { readonly close: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} aria-labelledby="help-title" onClose={close}>
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
