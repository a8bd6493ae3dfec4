export { fasterTime } from './faster-time.ts';
export { type ServiceBehaviour, type ServiceProxy, startServiceProxy } from './service-proxy.ts';
