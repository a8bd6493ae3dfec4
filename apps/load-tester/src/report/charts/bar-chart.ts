import { escapeHtml } from './svg.ts';

export interface Bar {
  readonly name: string;
  /** What was to be, and what came. */
  readonly expected: number;
  readonly seen: number;
}

/** Bars of what came beside what was sent. The length is a square root: a few of one kind are seen beside thousands. */
export function barChart(title: string, caption: string, bars: readonly Bar[]): string {
  const most = bars.reduce((top, { expected, seen }) => Math.max(top, expected, seen), 1);
  const width = (value: number) => (Math.sqrt(value / most) * 100).toFixed(1);
  const rows = bars.map(({ name, expected, seen }) => {
    const differs = expected !== seen;
    return `<tr${differs ? ' class="differs"' : ''}><th scope="row">${escapeHtml(name)}</th><td class="number">${expected.toLocaleString('en-US')}</td><td class="number">${seen.toLocaleString('en-US')}</td><td class="track"><span class="bar" style="width:${width(seen)}%"></span></td></tr>`;
  });
  return `<figure><figcaption><h3>${escapeHtml(title)}</h3><p>${escapeHtml(caption)}</p></figcaption><table class="bars"><thead><tr><th></th><th class="number">sent</th><th class="number">came</th><th></th></tr></thead><tbody>${rows.join('')}</tbody></table></figure>`;
}
