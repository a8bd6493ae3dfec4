import type { PageData, PageWidget } from '../src/page/page-data.ts';
import { Chart } from './chart.ts';
import { element, markdown, table } from './elements.ts';

/** The dashboard's widgets where its definition puts them. Made once; then their content alone changes. */
export class Dashboard {
  private readonly place: HTMLElement;
  private readonly charts = new Map<number, Chart>();
  private widgets: HTMLElement[] = [];

  constructor(place: HTMLElement) {
    this.place = place;
  }

  show(data: PageData): void {
    if (this.widgets.length === 0) {
      this.widgets = data.widgets.map(frame);
      this.place.replaceChildren(...this.widgets);
    }
    for (const [i, widget] of data.widgets.entries()) {
      const content = this.widgets[i]?.querySelector<HTMLElement>('.content');
      if (!content) continue;
      if (widget.kind === 'chart') {
        const chart = this.charts.get(i) ?? new Chart(content);
        this.charts.set(i, chart);
        chart.show(widget, data);
      } else if (widget.kind === 'table') {
        content.replaceChildren(
          widget.rows.length === 0
            ? element('p', { className: 'none', text: 'Nothing in the logs.' })
            : table(widget.columns, widget.rows),
        );
      }
    }
  }
}

function frame(widget: PageWidget): HTMLElement {
  const made = element(widget.kind === 'text' ? 'div' : 'section', { className: `widget ${widget.kind}` });
  made.style.gridColumn = `${widget.x + 1} / span ${widget.width}`;
  made.style.gridRow = `${widget.y + 1} / span ${widget.height}`;
  if (widget.kind === 'text') {
    made.append(...markdown(widget.markdown));
    return made;
  }
  made.append(element('h3', { text: widget.title }));
  if (widget.kind === 'alarms') {
    const list = element('ul', { className: 'alarm-list' });
    list.dataset.names = widget.names.join(' ');
    made.append(list);
  } else made.append(element('div', { className: 'content' }));
  return made;
}
