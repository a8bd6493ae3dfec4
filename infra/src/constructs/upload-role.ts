import { IamRole } from '@cdktf/provider-aws/lib/iam-role/index.js';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy/index.js';
import { SOURCES } from '@trade-matching/domain';
import { Construct } from 'constructs';
import { policy, useKey } from '../policy.ts';

export interface UploadRoleOptions {
  readonly name: string;
  readonly account: string;
  readonly region: string;
  readonly bucketArn: string;
  readonly keyArn: string;
}

/** What a trading system of this account takes to upload: it may put under the incoming prefixes, nothing else (D6). */
export class UploadRole extends Construct {
  readonly role: IamRole;

  constructor(scope: Construct, id: string, { name, account, region, bucketArn, keyArn }: UploadRoleOptions) {
    super(scope, id);
    const role = new IamRole(this, 'role', {
      name,
      description: 'Uploads trade confirmations',
      assumeRolePolicy: policy({
        Sid: 'AccountAssumes',
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${account}:root` },
        Action: 'sts:AssumeRole',
      }),
    });
    this.role = role;
    new IamRolePolicy(this, 'permissions', {
      name: 'upload',
      role: role.name,
      policy: policy(
        {
          Sid: 'PutIncoming',
          Effect: 'Allow',
          Action: 's3:PutObject',
          Resource: SOURCES.map((source) => `${bucketArn}/${source}/*`),
        },
        // Multipart uploads decrypt their own parts.
        useKey(keyArn, region, ['s3']),
      ),
    });
  }
}
