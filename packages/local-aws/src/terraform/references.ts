import { StackError } from './terraform-json.ts';

/** What a `${…}` in the stack can mean here. */
export interface ReferenceSource {
  variable(name: string): unknown;
  /** A resource's attribute, declared or known after it was provisioned. */
  attribute(address: string, attribute: string): Promise<unknown>;
}

const EXPRESSION = /\$\{([^{}]*)\}/g;
const REFERENCE = /^(?:var\.(?<variable>[\w-]+)|(?<address>aws_\w+\.[\w-]+)\.(?<attribute>\w+))$/;

/**
 * Resolves every reference in a value, at any depth.
 *
 * @throws {StackError} for an expression that is not a plain reference, or one that leads nowhere
 */
export async function resolveReferences(value: unknown, source: ReferenceSource, where: string): Promise<unknown> {
  if (typeof value === 'string') return resolveText(value, source, where);
  if (Array.isArray(value)) return Promise.all(value.map((item) => resolveReferences(item, source, where)));
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(
      async ([name, item]) => [name, await resolveReferences(item, source, where)] as const,
    );
    return Object.fromEntries(await Promise.all(entries));
  }
  return value;
}

async function resolveText(text: string, source: ReferenceSource, where: string): Promise<unknown> {
  const expressions = [...text.matchAll(EXPRESSION)];
  if (text.replaceAll(EXPRESSION, '').includes('${')) {
    throw new StackError(`${where}: the sandbox cannot resolve ${text}: it knows plain references only.`);
  }
  if (expressions.length === 0) return text;
  const values = await Promise.all(expressions.map(([, expression = '']) => resolveOne(expression, source, where)));
  // A text that is nothing but a reference takes its value as it is.
  if (expressions[0]?.[0] === text) return values[0];
  let at = 0;
  return text.replaceAll(EXPRESSION, () => String(values[at++]));
}

async function resolveOne(expression: string, source: ReferenceSource, where: string): Promise<unknown> {
  const groups = REFERENCE.exec(expression.trim())?.groups;
  if (!groups) {
    throw new StackError(`${where}: the sandbox cannot resolve \${${expression}}: it knows plain references only.`);
  }
  const value =
    groups.variable === undefined
      ? await source.attribute(groups.address ?? '', groups.attribute ?? '')
      : source.variable(groups.variable);
  if (value === undefined) throw new StackError(`${where}: nothing here has the value of \${${expression}}.`);
  return value;
}
