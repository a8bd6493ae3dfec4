import { describe, expect, test } from 'vitest';
import { CHECKS } from '../src/checks/index.ts';
import { ACCOUNT_FAULTS } from './account-faults.ts';
import { DEPLOYMENT_FAULTS } from './deployment-faults.ts';
import { certificate, change, eachCluster, ingress, zone } from './fault.ts';
import { type Prepared, prepared, runDoctor } from './prepared-account.ts';

const FAULTS = [...ACCOUNT_FAULTS, ...DEPLOYMENT_FAULTS];

describe('a prerequisite that is missing is named, with the step that puts it in place', () => {
  test.each(FAULTS)('$check: $says', async ({ check, step, says, breaks }) => {
    const account = prepared();
    breaks(account);
    const { code, findings } = await runDoctor(account);
    expect(code).toBe(1);
    const failures = findings.filter(({ result }) => result === 'failed');
    expect(failures.map((each) => each.check)).toEqual([check]);
    expect(failures[0]).toMatchObject({ step, reason: expect.stringMatching(says), fix: expect.stringMatching(/\S/) });
    // What does not build on it is looked at all the same.
    const others = findings.filter((each) => each.check !== check && each.result !== 'ok');
    expect(others.filter(({ result }) => result !== 'skipped')).toEqual([]);
  });

  test('every check has a fault that it finds', () => {
    const found = new Set(FAULTS.map(({ check }) => check));
    expect(['values', ...CHECKS.map(({ id }) => id)].filter((id) => !found.has(id))).toEqual([]);
  });
});

describe('what may be otherwise is no fault', () => {
  const allowed: readonly [string, (account: Prepared) => void][] = [
    [
      'a wildcard certificate of one label',
      certificate({ DomainName: '*.staging.bank.test', SubjectAlternativeNames: [] }),
    ],
    ['access to the whole cluster', eachCluster({ authenticationMode: 'API_AND_CONFIG_MAP' })],
    ['a network that the endpoints let in', ingress([{ IpProtocol: '-1', CidrIp: '10.0.0.0/16' }])],
    [
      'a name that is a CNAME',
      zone({ records: [{ Name: 'matching-service.staging.bank.test.', Type: 'CNAME', value: 'lb.test' }] }),
    ],
    [
      "executions that the stack's own functions reserve already",
      (account) => {
        account.facts.concurrentExecutions = 116;
        account.facts.reservedConcurrency = {
          'trade-document-processor-staging': 10,
          'trade-document-failures-staging': 6,
        };
      },
    ],
    [
      'a small quota of which nothing is reserved',
      (account) => {
        account.facts.concurrentExecutions = 10;
        account.values = { ...account.values, accountConcurrency: 10, reserveConcurrency: false };
        account.values.processor = { ...account.values.processor, concurrencyPerQueue: 2 };
      },
    ],
    [
      'a private API endpoint where the runners are your own',
      (account) => {
        eachCluster({ endpointPublicAccess: false })(account);
        account.files.workflow = '    runs-on: [self-hosted, bank]\n';
      },
    ],
    [
      'values of an add-on in YAML',
      change('clusters', (clusters) =>
        clusters.map((each) => ({
          ...each,
          addons: each.addons.map((addon) => ({ ...addon, configurationValues: 'enableNetworkPolicy: "true"\n' })),
        })),
      ),
    ],
  ];
  test.each(allowed)('%s', async (_what, differs) => {
    const account = prepared();
    differs(account);
    const { code, findings } = await runDoctor(account);
    expect(findings.filter(({ result }) => result !== 'ok')).toEqual([]);
    expect(code).toBe(0);
  });
});
