import type { Notification } from '@trade-matching/domain';

/** A notification that may have been sent before: says so, to people and to programs. */
export function toldAgain(notification: Notification): Notification {
  const { text, body } = notification;
  const note = 'You may have been told this before: a run ended before it was kept that you were.';
  return {
    ...notification,
    ...(text === undefined ? {} : { text: `${text}\n\n${note}` }),
    body: { ...body, told_again: true },
  };
}
