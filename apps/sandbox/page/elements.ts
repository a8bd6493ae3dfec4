/** An element that the page has. */
export function find(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}.`);
  return found;
}

interface Content {
  readonly className?: string;
  /** Always text, never markup: names of files come from outside. */
  readonly text?: string;
  readonly title?: string;
  readonly href?: string;
  readonly type?: string;
  readonly children?: readonly (Node | string)[];
}

export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  { className, text, title, href, type, children = [] }: Content = {},
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (className !== undefined) made.className = className;
  if (title !== undefined) made.title = title;
  if (href !== undefined) made.setAttribute('href', href);
  if (type !== undefined) made.setAttribute('type', type);
  if (text !== undefined) made.textContent = text;
  made.append(...children);
  return made;
}

/** `## question`, then a line with links: what the dashboard's texts are made of. The runbook's links lead to its copy here. */
export function markdown(text: string): HTMLElement[] {
  return text.split('\n').map((line) => {
    const heading = /^## (.+)$/.exec(line)?.[1];
    if (heading !== undefined) return element('h2', { text: heading });
    const parts = line.split(/(\[[^\]]+\]\([^)]+\))/).map((part) => {
      const [, label, address = ''] = /^\[([^\]]+)\]\(([^)]+)\)$/.exec(part) ?? [];
      return label === undefined
        ? part
        : element('a', { text: label, href: `/runbook#${address.split('#')[1] ?? ''}` });
    });
    return element('p', { children: parts });
  });
}

export function table(columns: readonly string[], rows: readonly (readonly (Node | string)[])[]): HTMLTableElement {
  const head = element('tr', { children: columns.map((column) => element('th', { text: column })) });
  const body = rows.map((row) => element('tr', { children: row.map((cell) => element('td', { children: [cell] })) }));
  return element('table', {
    children: [element('thead', { children: [head] }), element('tbody', { children: body })],
  });
}
