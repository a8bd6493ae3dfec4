import { AwsProvider } from '@cdktf/provider-aws/lib/provider/index.js';
import { LocalBackend, S3Backend, type TerraformStack } from 'cdktf';
import type { Environment } from './environments/index.ts';

/** Which account a stack is made in, and where Terraform keeps what it has made. */
export function addProviderAndState(scope: TerraformStack, environment: Environment, stack: string): void {
  const { account, region } = environment;
  new AwsProvider(scope, 'aws', {
    region,
    // Nothing is created in an account that somebody happens to be signed in to.
    allowedAccountIds: [account],
    defaultTags: [{ tags: { Project: 'trade-matching', Environment: environment.name, ManagedBy: 'cdktf' } }],
  });
  if (environment.state) {
    new S3Backend(scope, {
      bucket: environment.state.bucket,
      key: `${stack}/terraform.tfstate`,
      region,
      encrypt: true,
      kmsKeyId: environment.state.kmsKeyAlias,
      useLockfile: true,
    });
  } else {
    new LocalBackend(scope, { path: `${stack}.tfstate` });
  }
}
