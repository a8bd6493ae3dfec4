/** What cannot be seen on one machine, and why that is all right. Each other type must be provisioned. */
export const INERT: Readonly<Record<string, string>> = {
  aws_cloudtrail: 'calls can be recorded by an interceptor instead',
  aws_cloudwatch_composite_alarm: 'as the alarms on metrics',
  aws_cloudwatch_dashboard: 'drawn from this definition by the page of npm start',
  aws_cloudwatch_log_group: 'logs are kept in memory here',
  aws_cloudwatch_metric_alarm: 'evaluated from this definition over the metrics of this machine',
  aws_cloudwatch_query_definition: 'as the log groups',
  aws_ecr_lifecycle_policy: 'no image is pushed here',
  aws_ecr_repository: 'no image is pushed here',
  aws_iam_role: 'the embedded AWS lets every call through; permissions are checked on the synthesized stack',
  aws_iam_role_policy: 'as the roles',
  aws_kms_alias: 'nothing is encrypted on one machine',
  aws_kms_key: 'nothing is encrypted on one machine',
  aws_s3_bucket_lifecycle_configuration: 'nothing gets old enough',
  aws_s3_bucket_logging: 'calls can be recorded by an interceptor instead',
  aws_s3_bucket_ownership_controls: 'there is one account',
  aws_s3_bucket_policy: 'as the roles',
  aws_s3_bucket_public_access_block: 'it listens on 127.0.0.1 only',
  aws_s3_bucket_server_side_encryption_configuration: 'nothing is encrypted on one machine',
  aws_sns_topic_policy: 'as the roles',
  aws_sqs_queue_policy: 'as the roles',
  aws_sqs_queue_redrive_allow_policy: 'as the roles',
};

/** What others may refer to of a resource that does not exist here. */
export function inertAttributes(name: string, region: string, account: string): Record<string, string> {
  const arn = `arn:aws:sandbox:${region}:${account}:${name}`;
  return { arn, id: name, key_id: name, repository_url: arn };
}
