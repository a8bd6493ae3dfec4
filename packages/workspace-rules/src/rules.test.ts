import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  againstTheOrder,
  appsInApps,
  reachedInsides,
  shippedTestCode,
  tooLong,
  undeclared,
  workspaceCycles,
} from './rules.ts';
import { parseSource, ROOT, readWorkspaces, type Workspace } from './workspace.ts';

const workspaces = readWorkspaces();
const root = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
  devDependencies: Record<string, string>;
};

describe('the repository', () => {
  test('no app imports another app', () => expect(appsInApps(workspaces)).toEqual([]));
  test('no workspace reaches into the insides of another', () => expect(reachedInsides(workspaces)).toEqual([]));
  test('dependencies run one way through the layers', () => expect(againstTheOrder(workspaces)).toEqual([]));
  test('no workspaces depend on each other in a circle', () => expect(workspaceCycles(workspaces)).toEqual([]));
  test('every import is declared in its own manifest', () =>
    expect(undeclared(workspaces, Object.keys(root.devDependencies))).toEqual([]));
  test('shipped source imports no development dependency', () => expect(shippedTestCode(workspaces)).toEqual([]));
  test('a long file says why it is long', () => expect(tooLong(workspaces.flatMap(({ files }) => files))).toEqual([]));
});

describe('a rule that is broken', () => {
  const workspace = (folder: string, text: string, faces = ['.']): Workspace => ({
    folder,
    name: `@trade-matching/${path.basename(folder)}`,
    faces,
    dependencies: [],
    devDependencies: [],
    files: [parseSource(`${folder}/src/a.ts`, text)],
  });
  const domain = workspace('packages/domain', '');
  const processor = workspace('apps/processor', '');
  const sandbox = workspace('apps/sandbox', '', ['./system']);

  test('the rule names the file of an app that imports another app, types and dynamic imports included', () => {
    const imports = [
      `import { handler } from '@trade-matching/processor';`,
      `import type { Handler } from '@trade-matching/processor';`,
      `const handler = await import('@trade-matching/processor');`,
      `export { handler } from '@trade-matching/processor';`,
    ];
    for (const text of imports) {
      expect(appsInApps([processor, workspace('apps/cli', text)])).toEqual([
        'apps/cli/src/a.ts imports the app @trade-matching/processor',
      ]);
    }
  });

  test('the rule lets only the programs that start the whole system import the sandbox', () => {
    const text = `import { startSystem } from '@trade-matching/sandbox/system';`;
    expect(appsInApps([sandbox, workspace('apps/resilience', text)])).toEqual([]);
    expect(appsInApps([sandbox, workspace('apps/cli', text)])).toHaveLength(1);
  });

  test('the rule names an import that reaches past a face, by path or by name', () => {
    expect(reachedInsides([workspace('apps/cli', `import '../../../packages/domain/src/trade.ts';`)])).toHaveLength(1);
    expect(reachedInsides([domain, workspace('apps/cli', `import '@trade-matching/domain/src/trade.ts';`)])).toEqual([
      'apps/cli/src/a.ts imports @trade-matching/domain/src/trade.ts; @trade-matching/domain has .',
    ]);
  });

  test('the rule names an import against the order of the layers, and a workspace that has no place in them', () => {
    const matching = workspace('packages/matching', '');
    expect(againstTheOrder([matching, workspace('packages/domain', `import '@trade-matching/matching';`)])).toEqual([
      'packages/domain/src/a.ts: packages/domain stands before packages/matching',
    ]);
    expect(againstTheOrder([workspace('packages/utils', '')])).toEqual(['packages/utils has no place in the layers']);
  });

  test('the rule names every workspace of a circle', () => {
    const one = workspace('packages/ledger', `import '@trade-matching/trade-store';`);
    const other = workspace('packages/trade-store', `import '@trade-matching/ledger';`);
    expect(workspaceCycles([one, other])).toHaveLength(2);
  });

  test('the rule names an import that is not declared', () => {
    expect(undeclared([workspace('apps/cli', `import 'left-pad';`)], [])).toEqual([
      'apps/cli/src/a.ts imports left-pad, which apps/cli/package.json does not declare',
    ]);
  });

  test('the rule asks a long file for a reason', () => {
    const long = '\n'.repeat(400);
    expect(tooLong([parseSource('a.ts', long)])).toHaveLength(1);
    expect(tooLong([parseSource('a.ts', `// Long since it is one table.${long}`)])).toEqual([]);
  });
});
