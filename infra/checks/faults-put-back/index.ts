import { atApply } from './at-apply.ts';
import { atRunTime } from './at-run-time.ts';
import type { Fault } from './fault.ts';
import { inTheEmbeddedAws } from './in-the-embedded-aws.ts';
import { inTheWorkflow } from './in-the-workflow.ts';

export type { Fault } from './fault.ts';

export const FAULTS: readonly Fault[] = [...atRunTime, ...atApply, ...inTheWorkflow, ...inTheEmbeddedAws];
