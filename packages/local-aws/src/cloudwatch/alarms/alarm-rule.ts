import { type Expression, ExpressionError } from './expression.ts';
import type { AlarmState } from './metric-alarm.ts';

/**
 * Whether a composite alarm's rule holds. Source: "AlarmRule" of PutCompositeAlarm, Amazon CloudWatch API Reference.
 *
 * @param stateOf by name; throws where there is no such alarm
 * @throws {ExpressionError} for what is no alarm rule
 */
export function ruleHolds(rule: Expression, stateOf: (name: string) => AlarmState): boolean {
  if (rule.kind === 'operation' && (rule.operator === 'AND' || rule.operator === 'OR')) {
    const [left, right] = [ruleHolds(rule.left, stateOf), ruleHolds(rule.right, stateOf)];
    return rule.operator === 'AND' ? left && right : left || right;
  }
  if (rule.kind === 'call' && rule.args.length === 1 && rule.args[0]) {
    const [argument] = rule.args;
    if (rule.name === 'NOT') return !ruleHolds(argument, stateOf);
    if ((rule.name === 'ALARM' || rule.name === 'OK') && argument.kind === 'text')
      return stateOf(argument.value) === rule.name;
  }
  throw new ExpressionError(`This is no alarm rule that the sandbox knows: ${JSON.stringify(rule)}.`);
}
