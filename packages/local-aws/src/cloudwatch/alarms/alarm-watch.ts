import type { MetricStore } from '../metrics/metric-store.ts';
import type { AlarmDefinition, CompositeAlarm, MetricAlarm } from './alarm-definitions.ts';
import { ruleHolds } from './alarm-rule.ts';
import { type AlarmState, metricAlarmState } from './metric-alarm.ts';

/** How an alarm stands. */
export interface StandingAlarm {
  readonly definition: AlarmDefinition;
  readonly state: AlarmState;
  /** Milliseconds since the epoch. */
  readonly since: number;
  /** It is in alarm, and what explains it keeps it from telling. */
  readonly suppressed: boolean;
}

/** What has happened to an alarm: its state changed, or it notified somebody. */
export interface AlarmEvent {
  readonly name: string;
  readonly at: number;
  readonly what: AlarmState | 'NOTIFIED';
}

/** The state of a page between two evaluations. */
interface Standing {
  state: AlarmState;
  since: number;
  notified: boolean;
  /** When its suppressor was last seen in alarm. */
  explainedAt: number;
}

/**
 * Watches alarms as CloudWatch does, evaluated once a minute. A composite alarm is silent while its suppressor is in
 * alarm, while it waits whether that will be, and for the extension after it was. Source: "Alarm suppression", Amazon
 * CloudWatch User Guide.
 */
export class AlarmWatch {
  readonly events: AlarmEvent[] = [];
  private readonly definitions: readonly AlarmDefinition[];
  private readonly standing = new Map<string, Standing>();

  constructor(definitions: readonly AlarmDefinition[], now: number) {
    this.definitions = inOrderOfCauses(definitions);
    for (const { name } of definitions)
      this.standing.set(name, { state: 'OK', since: now, notified: false, explainedAt: Number.NEGATIVE_INFINITY });
  }

  /** @param now milliseconds since the epoch */
  evaluate(store: MetricStore, now: number): void {
    for (const definition of this.definitions) {
      const state =
        definition.kind === 'metric' ? metricAlarmState(definition, store, now) : this.compositeState(definition);
      const standing = this.of(definition.name);
      if (state !== standing.state) {
        Object.assign(standing, { state, since: now, notified: false });
        this.events.push({ name: definition.name, at: now, what: state });
      }
    }
    for (const definition of this.definitions) if (definition.kind === 'composite') this.tell(definition, now);
  }

  states(now: number): StandingAlarm[] {
    return this.definitions.map((definition) => {
      const { state, since } = this.of(definition.name);
      const suppressed = definition.kind === 'composite' && state === 'ALARM' && this.isSuppressed(definition, now);
      return { definition, state, since, suppressed };
    });
  }

  private compositeState({ rule }: CompositeAlarm): AlarmState {
    return ruleHolds(rule, (name) => this.of(name).state) ? 'ALARM' : 'OK';
  }

  private tell(definition: CompositeAlarm, now: number): void {
    const standing = this.of(definition.name);
    const { suppressor } = definition;
    if (suppressor && this.of(suppressor.alarm).state === 'ALARM') standing.explainedAt = now;
    if (standing.state !== 'ALARM' || standing.notified || !definition.acts || this.isSuppressed(definition, now))
      return;
    standing.notified = true;
    this.events.push({ name: definition.name, at: now, what: 'NOTIFIED' });
  }

  private isSuppressed({ name, suppressor }: CompositeAlarm, now: number): boolean {
    if (!suppressor) return false;
    const { since, explainedAt } = this.of(name);
    const waits = now < since + suppressor.waitSeconds * 1000;
    const extends_ = now < explainedAt + suppressor.extensionSeconds * 1000;
    return this.of(suppressor.alarm).state === 'ALARM' || waits || extends_;
  }

  private of(name: string): Standing {
    const standing = this.standing.get(name);
    if (!standing) throw new Error(`There is no alarm ${name}.`);
    return standing;
  }
}

/** Metric alarms, then composite ones after those that their rules name. */
function inOrderOfCauses(definitions: readonly AlarmDefinition[]): AlarmDefinition[] {
  const ordered: AlarmDefinition[] = definitions.filter((each): each is MetricAlarm => each.kind === 'metric');
  let left = definitions.filter((each): each is CompositeAlarm => each.kind === 'composite');
  while (left.length > 0) {
    const known = new Set(ordered.map(({ name }) => name));
    const ready = left.filter(({ rule }) => {
      const named = JSON.stringify(rule).matchAll(/"kind":"text","value":"([^"]*)"/g);
      return [...named].every(([, name = '']) => known.has(name));
    });
    if (ready.length === 0) throw new Error(`${left[0]?.name} is made of an alarm that there is not, or of itself.`);
    ordered.push(...ready);
    left = left.filter((each) => !ready.includes(each));
  }
  return ordered;
}
