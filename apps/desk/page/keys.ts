/** Keys are letters where somebody types. */
export function isTyping(event: KeyboardEvent): boolean {
  const { target } = event;
  return (
    event.ctrlKey ||
    event.metaKey ||
    event.altKey ||
    (target instanceof HTMLElement && target.closest('input:not([type=checkbox]), textarea, select, dialog') !== null)
  );
}
