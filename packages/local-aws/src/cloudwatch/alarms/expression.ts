/** What an alarm's metric math or rule says, read. */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | {
      readonly kind: 'operation';
      readonly operator: Operator;
      readonly left: Expression;
      readonly right: Expression;
    };

export type Operator = 'OR' | 'AND' | '>' | '>=' | '<' | '<=' | '==' | '!=' | '+' | '-' | '*' | '/';

/** An expression that CloudWatch would refuse, or one that is more than what is used here. */
export class ExpressionError extends Error {
  override readonly name = 'ExpressionError';
}

/** From the loosest to the tightest. */
const LEVELS: readonly (readonly Operator[])[] = [
  ['OR'],
  ['AND'],
  ['>', '>=', '<', '<=', '==', '!='],
  ['+', '-'],
  ['*', '/'],
];
const TOKEN = /\s*(?:(\d+(?:\.\d+)?)|"([^"]*)"|([A-Za-z_]\w*)|(>=|<=|==|!=|[-+*/<>(),]))\s*/y;

/**
 * Reads an expression of CloudWatch's metric math, or an alarm rule of a composite alarm, which is written alike.
 *
 * @throws {ExpressionError} saying where it cannot be read
 */
export function readExpression(text: string): Expression {
  const tokens = tokensOf(text);
  let at = 0;
  const fail = (): never => {
    throw new ExpressionError(`"${text}" cannot be read at "${tokens[at]?.text ?? 'its end'}".`);
  };
  const take = (wanted: string) => {
    if (tokens[at]?.kind !== 'sign' || tokens[at]?.text !== wanted) return false;
    at += 1;
    return true;
  };
  const level = (depth: number): Expression => {
    const operators = LEVELS[depth];
    if (operators === undefined) return primary();
    let left = level(depth + 1);
    for (;;) {
      const operator = operators.find((each) => each === tokens[at]?.text && tokens[at]?.kind !== 'text');
      if (operator === undefined) return left;
      at += 1;
      left = { kind: 'operation', operator, left, right: level(depth + 1) };
    }
  };
  const primary = (): Expression => {
    if (take('(')) {
      const inner = level(0);
      return take(')') ? inner : fail();
    }
    const token = tokens[at];
    at += 1;
    switch (token?.kind) {
      case 'number':
        return { kind: 'number', value: Number(token.text) };
      case 'text':
        return { kind: 'text', value: token.text };
      case 'name':
        return take('(') ? { kind: 'call', name: token.text, args: args() } : { kind: 'name', name: token.text };
    }
    at -= 1;
    return fail();
  };
  const args = (): Expression[] => {
    const given = [level(0)];
    while (take(',')) given.push(level(0));
    return take(')') ? given : fail();
  };
  const expression = level(0);
  return at === tokens.length ? expression : fail();
}

function tokensOf(text: string) {
  const tokens: { readonly kind: 'number' | 'text' | 'name' | 'sign'; readonly text: string }[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const from = TOKEN.lastIndex;
    const [found, number, quoted, name, sign] = TOKEN.exec(text) ?? [];
    if (found === undefined) throw new ExpressionError(`"${text}" cannot be read at "${text.slice(from)}".`);
    if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (quoted !== undefined) tokens.push({ kind: 'text', text: quoted });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name });
    else tokens.push({ kind: 'sign', text: sign ?? '' });
  }
  return tokens;
}
