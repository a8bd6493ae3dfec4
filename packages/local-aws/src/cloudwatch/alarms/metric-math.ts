import { type Expression, ExpressionError, type Operator } from './expression.ts';

/** A value for each period; undefined where there is no data point. */
export type TimeSeries = readonly (number | undefined)[];

/**
 * What an expression of metric math comes to in each period. Where a part has no data point, neither has the whole,
 * unless it was filled. Source: "Using math expressions with CloudWatch metrics", Amazon CloudWatch User Guide.
 *
 * @throws {ExpressionError} for a function, an argument or a name that there is not
 */
export function evaluateMath(
  expression: Expression,
  series: ReadonlyMap<string, TimeSeries>,
  periods: number,
): TimeSeries {
  return Array.from({ length: periods }, (_, i) =>
    valueAt(expression, (name) => {
      const found = series.get(name);
      if (!found) throw new ExpressionError(`No line of the metric math has the id ${name}.`);
      return found[i];
    }),
  );
}

function valueAt(expression: Expression, pointOf: (name: string) => number | undefined): number | undefined {
  switch (expression.kind) {
    case 'number':
      return expression.value;
    case 'name':
      return pointOf(expression.name);
    case 'operation': {
      const left = valueAt(expression.left, pointOf);
      const right = valueAt(expression.right, pointOf);
      return left === undefined || right === undefined ? undefined : operate(expression.operator, left, right);
    }
    case 'call':
      return call(expression.name, expression.args, pointOf);
    case 'text':
      throw new ExpressionError(`"${expression.value}": metric math has no texts here.`);
  }
}

function call(
  name: string,
  [first, second, third, ...rest]: readonly Expression[],
  pointOf: (name: string) => number | undefined,
): number | undefined {
  if (name === 'FILL' && first && second?.kind === 'number' && third === undefined)
    return valueAt(first, pointOf) ?? second.value;
  if (name === 'IF' && first && second && third && rest.length === 0) {
    const condition = valueAt(first, pointOf);
    return condition === undefined ? undefined : valueAt(condition !== 0 ? second : third, pointOf);
  }
  throw new ExpressionError(`The sandbox knows FILL(m, number) and IF(m, a, b), and no other ${name}.`);
}

function operate(operator: Operator, left: number, right: number): number | undefined {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return right === 0 ? undefined : left / right;
    case 'AND':
      return Number(left !== 0 && right !== 0);
    case 'OR':
      return Number(left !== 0 || right !== 0);
    case '>':
      return Number(left > right);
    case '>=':
      return Number(left >= right);
    case '<':
      return Number(left < right);
    case '<=':
      return Number(left <= right);
    case '==':
      return Number(left === right);
    case '!=':
      return Number(left !== right);
  }
}
