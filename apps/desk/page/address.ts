import { useEffect, useState } from 'preact/hooks';

/** Where one is: the address holds the screen and its filters, so that it can be kept and sent to others. */
export interface Address {
  readonly path: string;
  readonly query: URLSearchParams;
}

const current = (): Address => ({ path: location.pathname, query: new URLSearchParams(location.search) });

export function useAddress(): Address {
  const [address, setAddress] = useState(current);
  useEffect(() => {
    const onChange = () => setAddress(current());
    addEventListener('popstate', onChange);
    return () => removeEventListener('popstate', onChange);
  }, []);
  return address;
}

/** An address with these filters; what is empty is left out. */
export function addressOf(path: string, query: Readonly<Record<string, string>>): string {
  const kept = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== ''));
  return kept.size === 0 ? path : `${path}?${kept}`;
}

/** Follows a link without loading the page anew. A click that asks for another tab is the browser's. */
export function go(event: MouseEvent | undefined, path: string, query: Readonly<Record<string, string>>): void {
  if (event && (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0)) return;
  event?.preventDefault();
  history.pushState(undefined, '', addressOf(path, query));
  dispatchEvent(new PopStateEvent('popstate'));
  document.getElementById('main')?.focus();
}
