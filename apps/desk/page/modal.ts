import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * A dialog over the page, from its first frame on. It is left at once, and the focus goes back to where it was: the
 * browser's own `close` comes a task after the key that closes, and would close what the next key of who types fast opened.
 */
export function useModal(left: () => void) {
  const ref = useRef<HTMLDialogElement>(null);
  const isLeft = useRef(false);
  useLayoutEffect(() => {
    const shown = ref.current;
    shown?.showModal();
    return () => {
      isLeft.current = true;
      shown?.close();
    };
  }, []);
  const leave = () => {
    if (isLeft.current) return;
    isLeft.current = true;
    left();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    // A dialog may stand in another.
    event.stopPropagation();
    leave();
  };
  return { leave, dialog: { ref, onKeyDown, onClose: leave } };
}
