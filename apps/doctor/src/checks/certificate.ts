import { DescribeCertificateCommand } from '@aws-sdk/client-acm';
import { type Check, type DeployedEnvironment, failed, OK } from '../check.ts';
import { orMissing } from '../refusals.ts';

/** The certificates of both load balancers. */
export const CERTIFICATES: readonly Check[] = [
  certificate({
    id: 'certificate',
    title: 'certificate of the service',
    app: 'matching-service',
    annotation: 'aws-load-balancer-ssl-cert',
    host: ({ matchingService }) => new URL(matchingService.endpoint).hostname,
  }),
  certificate({
    id: 'desk-certificate',
    title: 'certificate of the desk',
    app: 'desk',
    annotation: 'certificate-arn',
    host: ({ desk }) => desk.host,
  }),
];

interface Certificate {
  readonly id: string;
  readonly title: string;
  readonly app: string;
  /** The end of the annotation's name, in the overlay of the app. */
  readonly annotation: string;
  readonly host: (environment: DeployedEnvironment) => string;
}

function certificate({ id, title, app, annotation, host: hostOf }: Certificate): Check {
  return {
    ...{ id, title, step: 2, needs: ['credentials'] },
    async run({ environment, account: { acm }, repositoryFile }) {
      const overlay = `apps/${app}/deploy/overlays/${environment.name}/kustomization.yaml`;
      const host = hostOf(environment);
      const request = `Request one for ${host} in account ${environment.account}, region ${environment.region}, and put its ARN into ${overlay}.`;
      const named = new RegExp(`${annotation}["']?\\s+value:\\s*["']?([^\\s"']+)`);
      const arn = named.exec(repositoryFile(overlay))?.[1];
      if (arn === undefined) return failed(`${overlay} names no certificate.`, request);
      if (!arn.startsWith(`arn:aws:acm:${environment.region}:${environment.account}:certificate/`)) {
        return failed(`${arn} is not a certificate of this account and region.`, request);
      }
      const described = await orMissing(acm.send(new DescribeCertificateCommand({ CertificateArn: arn })));
      const found = described?.Certificate;
      if (!found) return failed(`${arn}, which ${overlay} names, does not exist.`, request);
      const { DomainName = '', SubjectAlternativeNames = [], Status } = found;
      const names = [...new Set([DomainName, ...SubjectAlternativeNames])];
      if (!names.some((name) => covers(name, host)))
        return failed(`${arn} is for ${names.join(', ')}, not for ${host}.`, request);
      if (Status === 'ISSUED') return OK;
      return failed(
        `${arn} is ${Status}, not ISSUED.`,
        Status === 'PENDING_VALIDATION'
          ? `Put the record that ACM asks for into the public zone: aws acm describe-certificate --certificate-arn ${arn} --query Certificate.DomainValidationOptions`
          : request,
      );
    },
  };
}

/** A wildcard stands for one label (RFC 6125, section 6.4.3). */
function covers(name: string, host: string): boolean {
  const [given, asked] = [name.toLowerCase(), host.toLowerCase()];
  return given === asked || (given.startsWith('*.') && asked.slice(asked.indexOf('.')) === given.slice(1));
}
