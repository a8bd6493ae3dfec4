import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'oxc-parser';

export const ROOT = path.resolve(import.meta.dirname, '../../..');

/** A workspace of the repository. */
export interface Workspace {
  /** From the repository's root: `packages/domain`. */
  readonly folder: string;
  readonly name: string;
  /** What others may import: `.`, `./pdf`. */
  readonly faces: readonly string[];
  readonly dependencies: readonly string[];
  readonly devDependencies: readonly string[];
  readonly files: readonly SourceFile[];
}

/** A file of TypeScript, by what the rules look at. */
export interface SourceFile {
  /** From the repository's root. */
  readonly file: string;
  /** Module specifiers, types included. */
  readonly imports: readonly string[];
  readonly lines: number;
  /** Of the comment on top; empty where there is none. */
  readonly firstComment: string;
}

/** Every workspace, read from the files that git knows or would add. */
export function readWorkspaces(): Workspace[] {
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
  })
    .split('\n')
    .filter((file) => file !== '' && existsSync(path.join(ROOT, file)));
  return files
    .filter((file) => /^(?:apps\/[^/]+|packages\/[^/]+|infra)\/package\.json$/.test(file))
    .map((manifest) => {
      const folder = path.posix.dirname(manifest);
      const content = JSON.parse(readFileSync(path.join(ROOT, manifest), 'utf8'));
      return {
        folder,
        name: content.name,
        faces: Object.keys(content.exports ?? {}),
        dependencies: Object.keys({ ...content.dependencies, ...content.optionalDependencies }),
        devDependencies: Object.keys(content.devDependencies ?? {}),
        files: files.filter((file) => file.startsWith(`${folder}/`) && file.endsWith('.ts')).map(readSourceFile),
      };
    });
}

function readSourceFile(file: string): SourceFile {
  return parseSource(file, readFileSync(path.join(ROOT, file), 'utf8'));
}

/** Reads what the rules look at out of a file's text. */
export function parseSource(file: string, text: string): SourceFile {
  const { module, comments } = parseSync(file, text);
  const [first] = comments;
  const dynamic = module.dynamicImports.map(({ moduleRequest: { start, end } }) => text.slice(start, end));
  return {
    file,
    imports: [
      ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
      ...module.staticExports.flatMap(({ entries }) =>
        entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
      ),
      // A specifier that is computed is not judged.
      ...dynamic.flatMap((literal) => /^(['"`])([^'"`$]+)\1$/.exec(literal)?.[2] ?? []),
    ],
    lines: text.split('\n').length - 1,
    firstComment: first !== undefined && first.start === 0 ? first.value : '',
  };
}
