import type { PageAlarm } from '../src/page/page-data.ts';
import { element } from './elements.ts';

const KINDS: Readonly<Record<PageAlarm['kind'], string>> = {
  page: 'pages',
  critical: 'critical',
  warning: 'warning',
  'known-cause': 'silences others',
};

/** In colour and in words. */
function stateOf({ kind, state, suppressed }: PageAlarm): { readonly className: string; readonly text: string } {
  if (state === 'OK') return { className: 'ok', text: 'OK' };
  if (suppressed) return { className: 'silent', text: 'ALARM, silent' };
  return { className: kind === 'warning' || kind === 'known-cause' ? 'warning' : 'alarm', text: 'ALARM' };
}

/** The states of those that the widget names, what is on first. */
export function showAlarms(list: HTMLElement, alarms: readonly PageAlarm[]): void {
  const names = new Set((list.dataset.names ?? '').split(' '));
  const shown = alarms.filter(({ name }) => names.has(name));
  const order = ({ state, kind }: PageAlarm) => (state === 'ALARM' ? 0 : 10) + Object.keys(KINDS).indexOf(kind);
  list.replaceChildren(
    ...[...shown]
      .sort((a, b) => order(a) - order(b))
      .map((alarm) => {
        const { className, text } = stateOf(alarm);
        const link = element('a', { text: alarm.id, href: `/runbook#${alarm.description.split('#').at(-1) ?? ''}` });
        const since = alarm.state === 'ALARM' ? ` since ${new Date(alarm.since).toLocaleTimeString('en-GB')}` : '';
        return element('li', {
          title: `${alarm.description}${since}`,
          children: [
            element('span', { className: `state ${className}`, text }),
            link,
            element('span', { className: 'kind', text: KINDS[alarm.kind] }),
          ],
        });
      }),
  );
}

export function showHealth(place: HTMLElement, alarms: readonly PageAlarm[]): void {
  const on = alarms.filter(({ state, kind }) => state === 'ALARM' && kind !== 'known-cause');
  const bad = on.some(({ kind, suppressed }) => kind !== 'warning' && !suppressed);
  place.className = on.length === 0 ? 'ok' : bad ? 'alarm' : 'warning';
  place.textContent =
    on.length === 0
      ? `Healthy: none of ${alarms.length} alarms is on`
      : `In alarm: ${on.map(({ id }) => id).join(', ')}`;
}
