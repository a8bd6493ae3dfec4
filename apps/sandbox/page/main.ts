import './page.css';
import { type PageData, RANGES, type Range } from '../src/page/page-data.ts';
import { showAlarms, showHealth } from './alarms.ts';
import { Dashboard } from './dashboard.ts';
import { showDocuments } from './documents.ts';
import { element, find } from './elements.ts';

/** Milliseconds. */
const LOOKS_EVERY = 5_000;

let range: Range = '5 min';
const dashboard = new Dashboard(find('dashboard'));

function showRanges(): void {
  find('ranges').replaceChildren(
    ...(Object.keys(RANGES) as Range[]).map((name) => {
      const button = element('button', { type: 'button', text: name });
      button.setAttribute('aria-pressed', String(name === range));
      button.addEventListener('click', () => {
        range = name;
        showRanges();
        void look();
      });
      return button;
    }),
  );
}

async function look(): Promise<void> {
  try {
    const response = await fetch(`/data.json?range=${encodeURIComponent(range)}`);
    if (!response.ok) throw new Error(await response.text());
    const data = (await response.json()) as PageData;
    find('environment').textContent = data.environment;
    showHealth(find('health'), data.alarms);
    dashboard.show(data);
    for (const list of document.querySelectorAll<HTMLElement>('.alarm-list')) showAlarms(list, data.alarms);
    showDocuments(find('documents'), data);
    if (data.desk !== undefined) find('desk').replaceChildren(element('a', { text: 'Open the desk', href: data.desk }));
    find('updated').textContent = `as of ${new Date(data.now).toLocaleTimeString('en-GB')}`;
    document.body.classList.remove('gone');
  } catch {
    document.body.classList.add('gone');
    find('updated').textContent = 'It does not answer any more: was npm start stopped?';
  }
}

showRanges();
await look();
setInterval(look, LOOKS_EVERY);
