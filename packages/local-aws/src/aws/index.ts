export { type AccountFacts, EMPTY_ACCOUNT } from './account/account-facts.ts';
export type { EventSourceMappings, MappingFacts, MappingState } from './account/event-source-mappings-api.ts';
export type { AwsCall, AwsResponse, Interceptor } from './aws-call.ts';
export { type DynamoDbEndpoint, dynamoDbBinary, startDynamoDbProcess } from './dynamodb-process.ts';
export { type AnsweredListener, type EmbeddedAws, type EventDelivery, startEmbeddedAws } from './embedded-aws.ts';
export { ConnectionReset } from './http-server.ts';
export type { PublishedNotification } from './queues-and-topics.ts';
