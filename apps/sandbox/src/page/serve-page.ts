import { existsSync, readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import path from 'node:path';
import type { System } from '../system/start-system.ts';
import { drawPage } from './draw-page.ts';
import { RANGES, type Range } from './page-data.ts';
import { runbookPage } from './runbook-page.ts';
import { watchSystem } from './watch-system.ts';

/** The page that shows a running system. */
export interface ServedPage {
  readonly url: string;
  close(): Promise<void>;
}

export class PageNotBuiltError extends Error {
  override readonly name = 'PageNotBuiltError';
}

const BUILT = path.resolve(import.meta.dirname, '../../dist/page');
const FILES: Readonly<Record<string, { readonly file: string; readonly type: string }>> = {
  '/': { file: 'index.html', type: 'text/html; charset=utf-8' },
  '/main.js': { file: 'main.js', type: 'text/javascript; charset=utf-8' },
  '/main.css': { file: 'main.css', type: 'text/css; charset=utf-8' },
};

/**
 * Serves the dashboard of a running system on a free port of 127.0.0.1: drawn from the definition that is deployed.
 *
 * @param desk where people see breaks: rows of documents lead there
 * @throws {PageNotBuiltError}
 */
export async function servePage(system: System, desk?: string): Promise<ServedPage> {
  if (!existsSync(path.join(BUILT, 'main.js')))
    throw new PageNotBuiltError('The page has not been built. Run: npm run build');
  const watch = watchSystem(system);
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
    answer(system, pathname, searchParams.get('range') ?? '').then(
      ({ status = 200, type, body }) => send(response, status, type, body),
      (error: unknown) => send(response, 500, 'text/plain', error instanceof Error ? error.message : String(error)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await watch.close();
    },
  };

  async function answer({ names }: System, pathname: string, range: string): Promise<Answer> {
    const file = FILES[pathname];
    if (file) return { type: file.type, body: readFileSync(path.join(BUILT, file.file), 'utf8') };
    if (pathname === '/runbook') return { type: 'text/html; charset=utf-8', body: runbookPage(names.stack) };
    if (pathname === '/data.json') {
      const data = await drawPage(system, watch, range in RANGES ? (range as Range) : '5 min', desk);
      return { type: 'application/json', body: JSON.stringify(data) };
    }
    return { status: 404, type: 'text/plain', body: `There is no ${pathname}.` };
  }
}

interface Answer {
  readonly status?: number;
  readonly type: string;
  readonly body: string;
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, {
    'content-type': type,
    'cache-control': 'no-store',
    // Nothing is fetched from elsewhere, and nothing of what documents say can become code.
    'content-security-policy': "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:",
  });
  response.end(body);
}
