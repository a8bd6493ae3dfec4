import { readFileSync } from 'node:fs';
import { changeMachine, changeWorld, option, readMachine, readWorld, refuse } from '../world.ts';

/** Of all network load balancers of a region. */
const LOAD_BALANCER_ZONE = 'Z2IFOLAFXWLO4F';

const args = process.argv.slice(2);
const world = readWorld();

/** Refuses what the role of the job does not allow. */
function authorize(...actions: string[]): void {
  const { credentials } = readMachine();
  if (!credentials)
    refuse('Unable to locate credentials. You can configure credentials by running "aws configure".', 253);
  for (const action of actions) {
    if (credentials.actions.includes(action)) continue;
    refuse(
      `An error occurred (AccessDeniedException): ${credentials.role} is not authorized to perform: ${action}`,
      254,
    );
  }
}

/** Prints as `--output text` does, for the queries that the workflow asks. */
function print(answers: Readonly<Record<string, readonly string[]>>): void {
  const answer = answers[option(args, '--query')] ?? refuse(`the stand-in does not know this query`, 252);
  if (option(args, '--output') !== 'text') refuse('the stand-in prints text', 252);
  process.stdout.write(`${answer.join('\t')}\n`);
}

const repositories = () => {
  const { service_repository_url, desk_repository_url } = world.outputs;
  return { service_repository_url, desk_repository_url };
};

function secretOfStack(): void {
  const { SERVICE_TOKEN_SECRET_ARN } = world.outputs.matching_service_environment;
  if (!world.applied || option(args, '--secret-id') !== SERVICE_TOKEN_SECRET_ARN) {
    refuse("An error occurred (ResourceNotFoundException): Secrets Manager can't find the specified secret.", 254);
  }
}

const commands: Readonly<Record<string, () => void>> = {
  'secretsmanager describe-secret'() {
    authorize('secretsmanager:DescribeSecret');
    secretOfStack();
    print({ 'values(VersionIdsToStages || `{}`)[]': world.token === undefined ? [] : ['AWSCURRENT'] });
  },
  'secretsmanager put-secret-value'() {
    // The secret is under a customer key: Secrets Manager asks for both with the caller's rights.
    authorize('secretsmanager:PutSecretValue', 'kms:GenerateDataKey', 'kms:Decrypt');
    secretOfStack();
    changeWorld((changed) => {
      changed.token = option(args, '--secret-string');
      changed.tokensPut += 1;
    });
  },
  'ecr batch-get-image'() {
    authorize('ecr:BatchGetImage');
    const named = option(args, '--repository-name');
    const repository = Object.values(repositories()).find((url) => url.split('/')[1] === named);
    if (!world.applied || !repository) {
      refuse('An error occurred (RepositoryNotFoundException): The repository does not exist', 254);
    }
    const tag = option(args, '--image-ids').replace('imageTag=', '');
    // A tag that is missing is listed under `failures`: the call itself does not fail.
    print({ 'images[].imageId.imageTag': world.images.includes(`${repository}:${tag}`) ? [tag] : [] });
  },
  'ecr get-login-password'() {
    authorize('ecr:GetAuthorizationToken');
    process.stdout.write('password\n');
  },
  'elbv2 describe-load-balancers'() {
    authorize('elasticloadbalancing:DescribeLoadBalancers');
    const { loadBalancer, deskLoadBalancer, hasIngress, deployments } = world;
    const made = deployments['matching-service']?.running ? [LOAD_BALANCER_ZONE] : [];
    print({
      [`LoadBalancers[?DNSName=='${loadBalancer}'].CanonicalHostedZoneId`]: made,
      [`LoadBalancers[?DNSName=='${deskLoadBalancer.host}'].LoadBalancerArn`]: hasIngress ? [deskLoadBalancer.arn] : [],
    });
  },
  'route53 change-resource-record-sets'() {
    authorize('route53:ChangeResourceRecordSets');
    const { HOST, ZONE_ID } = world.outputs.matching_service_name;
    const input = JSON.parse(readFileSync(option(args, '--cli-input-json').replace('file://', ''), 'utf8'));
    if (!world.applied || input.HostedZoneId !== ZONE_ID) {
      refuse(`An error occurred (NoSuchHostedZone): No hosted zone found with ID: ${input.HostedZoneId}`, 254);
    }
    for (const { Action, ResourceRecordSet } of input.ChangeBatch.Changes) {
      const { Name, Type, AliasTarget } = ResourceRecordSet;
      const taken = world.addresses[Name] !== undefined && Action === 'CREATE';
      if (taken || Name !== HOST || Type !== 'A' || AliasTarget.HostedZoneId !== LOAD_BALANCER_ZONE) {
        refuse(`An error occurred (InvalidChangeBatch): ${JSON.stringify(ResourceRecordSet)}`, 254);
      }
      changeWorld((changed) => {
        changed.addresses[Name] = AliasTarget.DNSName;
      });
    }
    print({ 'ChangeInfo.Id': ['/change/C0123456789'] });
  },
  'route53 wait'() {
    authorize('route53:GetChange');
    if (args[2] !== 'resource-record-sets-changed' || option(args, '--id') !== '/change/C0123456789') {
      refuse('Waiter ResourceRecordSetsChanged failed: An error occurred (NoSuchChange)', 255);
    }
  },
  'eks update-kubeconfig'() {
    authorize('eks:DescribeCluster');
    if (option(args, '--name') !== world.cluster) {
      refuse('An error occurred (ResourceNotFoundException): No cluster found', 254);
    }
    changeMachine((machine) => {
      machine.kubeconfig = true;
    });
  },
};

const command = commands[`${args[0]} ${args[1]}`];
if (!command) refuse(`the stand-in does not know: aws ${args.join(' ')}`, 252);
command();
