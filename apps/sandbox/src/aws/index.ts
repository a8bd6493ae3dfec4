export type { AwsCall, AwsResponse, Interceptor } from './aws-call.ts';
export {
  type AnsweredListener,
  ConnectionReset,
  type EmbeddedAws,
  type EventDelivery,
  type PublishedNotification,
  startEmbeddedAws,
} from './embedded-aws.ts';
