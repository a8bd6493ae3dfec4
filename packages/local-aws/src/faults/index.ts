export { type AwsFault, awsFaults } from './aws-faults.ts';
export { type EventFaults, eventFaults } from './event-faults.ts';
export { fasterTime } from './faster-time.ts';
export { chooseWeighted, type SeededChoice, seededChoice } from './seeded-choice.ts';
export { serviceFaults } from './service-faults.ts';
export { type ServiceBehaviour, type ServiceProxy, startServiceProxy } from './service-proxy.ts';
