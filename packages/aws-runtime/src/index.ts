export { type AwsFailure, awsFailure } from './aws-failure.ts';
export { CachedSecret, type CachedSecretOptions, EmptySecretError } from './cached-secret.ts';
export { type ClientConfiguration, createS3Client, createSecretsClient, createSqsClient } from './clients.ts';
export { publishNotification, type Topic } from './publish-notification.ts';
export { bucketName, ConfigurationError, fitting, readVariables, required, topicArn } from './variables.ts';
