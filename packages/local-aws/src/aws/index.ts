export { freePort } from '../free-port.ts';
export type { AwsCall, AwsResponse, Interceptor } from './aws-call.ts';
export { type DynamoDbEndpoint, dynamoDbBinary, startDynamoDbProcess } from './dynamodb-process.ts';
export {
  type AnsweredListener,
  ConnectionReset,
  type EmbeddedAws,
  type EventDelivery,
  type PublishedNotification,
  startEmbeddedAws,
} from './embedded-aws.ts';
