import { ENVIRONMENTS } from '@trade-matching/domain';
import { Testing } from 'cdktf';
import { describe, expect, test } from 'vitest';
import { environments } from '../src/environments/index.ts';
import { TradeMatchingStack } from '../src/trade-matching-stack.ts';
import { type Attributes, synthesized } from './synthesized.ts';

/** The addresses that a resource refers to, in its values and its `depends_on`. */
function referencesOf(attributes: Attributes): string[] {
  const text = JSON.stringify(attributes);
  const values = [...text.matchAll(/\$\{(aws_\w+\.[\w-]+)\.\w+\}/g)].map(([, address = '']) => address);
  return [...values, ...((attributes.depends_on ?? []) as string[])];
}

describe.each(ENVIRONMENTS)('the stack of %s', (environment) => {
  const resources = new Map<string, Attributes>(
    Object.entries(synthesized(environment).resource).flatMap(([type, named]) =>
      Object.entries(named).map(([name, attributes]) => [`${type}.${name}`, attributes] as const),
    ),
  );

  test('the stack refers to nothing that it does not declare', () => {
    for (const [address, attributes] of resources) {
      expect(
        referencesOf(attributes).filter((target) => !resources.has(target)),
        address,
      ).toEqual([]);
    }
  });

  test('the stack has no cycle', () => {
    const done = new Set<string>();
    const visit = (address: string, path: readonly string[]): void => {
      if (path.includes(address)) throw new Error(`A cycle: ${[...path, address].join(' → ')}`);
      if (done.has(address)) return;
      for (const target of referencesOf(resources.get(address) ?? {})) visit(target, [...path, address]);
      done.add(address);
    };
    for (const address of resources.keys()) visit(address, []);
  });

  test('the stack uses plain references only, which the sandbox can follow', () => {
    const expressions = [...JSON.stringify([...resources.values()]).matchAll(/\$\{([^}]*)\}/g)].map(([, text]) => text);
    expect(expressions.filter((text) => !/^(var\.\w+|aws_\w+\.[\w-]+\.\w+)$/.test(text ?? ''))).toEqual([]);
  });

  test('the stack is the same, byte for byte, whenever it is synthesized', () => {
    const again = Testing.synth(
      new TradeMatchingStack(
        Testing.app({ context: { targetVersions: { terraform: '>=1.11.0', opentofu: '>=1.10.0' } } }),
        environments[environment],
      ),
    );
    expect(JSON.parse(again).resource).toEqual(synthesized(environment).resource);
    expect(again).not.toContain(process.cwd());
  });
});
