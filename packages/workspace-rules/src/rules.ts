import path from 'node:path';
import { FOR_TESTS, LAYERS, MAX_LINES, STARTS_THE_SYSTEM, SYSTEM_FACE } from './layers.ts';
import type { SourceFile, Workspace } from './workspace.ts';

const isApp = ({ folder }: Workspace) => folder.startsWith('apps/');

interface WorkspaceImport {
  readonly from: Workspace;
  readonly to: Workspace;
  readonly file: string;
  readonly specifier: string;
}

/** Every import of one workspace by another, by package name. */
function workspaceImports(workspaces: readonly Workspace[]): WorkspaceImport[] {
  const byName = new Map(workspaces.map((workspace) => [workspace.name, workspace]));
  return workspaces.flatMap((from) =>
    from.files.flatMap(({ file, imports }) =>
      imports.flatMap((specifier) => {
        const to = byName.get(packageOf(specifier));
        return to === undefined || to === from ? [] : [{ from, to, file, specifier }];
      }),
    ),
  );
}

function packageOf(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

/** Apps that import an app, other than those that start the whole system. A bundle's path is no import. */
export function appsInApps(workspaces: readonly Workspace[]): string[] {
  return workspaceImports(workspaces)
    .filter(({ from, to }) => isApp(to) && from !== to)
    .filter(({ from, specifier }) => !(specifier === SYSTEM_FACE && STARTS_THE_SYSTEM.includes(from.folder)))
    .map(({ file, specifier }) => `${file} imports the app ${specifier}`);
}

/** Imports that reach past a package's face, by a relative path or by a name that it does not export. */
export function reachedInsides(workspaces: readonly Workspace[]): string[] {
  const byPath = workspaces.flatMap(({ folder, files }) =>
    files.flatMap(({ file, imports }) =>
      imports
        .filter((specifier) => specifier.startsWith('.'))
        .filter((specifier) => !path.posix.join(path.posix.dirname(file), specifier).startsWith(`${folder}/`))
        .map((specifier) => `${file} imports ${specifier}, outside its own workspace`),
    ),
  );
  const byName = workspaceImports(workspaces)
    .filter(({ to, specifier }) => !to.faces.includes(`.${specifier.slice(to.name.length)}`))
    .map(
      ({ file, to, specifier }) => `${file} imports ${specifier}; ${to.name} has ${to.faces.join(', ') || 'no face'}`,
    );
  return [...byPath, ...byName];
}

/** Imports that run against the layout's order. */
export function againstTheOrder(workspaces: readonly Workspace[]): string[] {
  const layer = (folder: string) => LAYERS.findIndex((row) => row.includes(folder));
  const unplaced = workspaces
    .filter(({ folder }) => layer(folder) === -1)
    .map(({ folder }) => `${folder} has no place in the layers`);
  return [
    ...unplaced,
    ...workspaceImports(workspaces)
      .filter(({ from, to, file }) => {
        if (isTest(from, file) && FOR_TESTS.includes(to.folder)) return false;
        return layer(to.folder) > layer(from.folder);
      })
      .map(({ from, to, file }) => `${file}: ${from.folder} stands before ${to.folder}`),
  ];
}

/** Workspaces that depend on each other in a circle, tests and benches left out. */
export function workspaceCycles(workspaces: readonly Workspace[]): string[] {
  const edges = new Map<string, Set<string>>();
  for (const { from, to, file } of workspaceImports(workspaces)) {
    if (isTest(from, file)) continue;
    edges.set(from.folder, (edges.get(from.folder) ?? new Set()).add(to.folder));
  }
  const reaches = (start: string): Set<string> => {
    const seen = new Set<string>();
    const next = [...(edges.get(start) ?? [])];
    for (let folder = next.pop(); folder !== undefined; folder = next.pop()) {
      if (!seen.has(folder)) next.push(...(edges.get(folder) ?? []));
      seen.add(folder);
    }
    return seen;
  };
  return [...edges.keys()]
    .filter((folder) => reaches(folder).has(folder))
    .map((folder) => `${folder} depends on itself`);
}

/** Imports that the manifest does not declare, and declarations that nothing imports. */
export function undeclared(workspaces: readonly Workspace[], root: readonly string[]): string[] {
  return workspaces.flatMap((workspace) => {
    const { folder, name, files, dependencies, devDependencies } = workspace;
    const declared = new Set([...dependencies, ...devDependencies, ...root, name]);
    return files.flatMap(({ file, imports }) =>
      imports
        .filter((specifier) => !/^(?:\.|node:)/.test(specifier))
        .map(packageOf)
        .filter((used) => !declared.has(used) && !declared.has(`@types/${used}`))
        .map((used) => `${file} imports ${used}, which ${folder}/package.json does not declare`),
    );
  });
}

/** Development dependencies that shipped source imports. */
export function shippedTestCode(workspaces: readonly Workspace[]): string[] {
  return workspaces.flatMap((workspace) =>
    workspace.files
      .filter(({ file }) => !isTest(workspace, file))
      .flatMap(({ file, imports }) =>
        imports
          .map(packageOf)
          .filter((used) => workspace.devDependencies.includes(used) && !workspace.dependencies.includes(used))
          .map((used) => `${file} imports ${used}, a development dependency`),
      ),
  );
}

/** Files that are too long and do not say why. */
export function tooLong(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ lines, firstComment }) => lines > MAX_LINES && !/\blong\b/i.test(firstComment))
    .map(({ file, lines }) => `${file} has ${lines} lines, and no first comment that says why it is long`);
}

/** What is not shipped: tests, benches, scripts, checks, and helpers beside them. */
function isTest({ folder }: Workspace, file: string): boolean {
  const inside = file.slice(folder.length + 1);
  return !inside.startsWith('src/') || inside.endsWith('.test.ts');
}
