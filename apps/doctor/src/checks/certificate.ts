import { DescribeCertificateCommand } from '@aws-sdk/client-acm';
import { type Check, failed, OK } from '../check.ts';
import { orMissing } from '../refusals.ts';

const ANNOTATION = /aws-load-balancer-ssl-cert["']?\s+value:\s*["']?([^\s"']+)/;

export const CERTIFICATE: Check = {
  id: 'certificate',
  title: 'certificate of the service',
  step: 2,
  needs: ['credentials'],
  async run({ environment, account: { acm }, repositoryFile }) {
    const overlay = `apps/matching-service/deploy/overlays/${environment.name}/kustomization.yaml`;
    const host = new URL(environment.matchingService.endpoint).hostname;
    const request = `Request one for ${host} in account ${environment.account}, region ${environment.region}, and put its ARN into ${overlay}.`;
    const arn = ANNOTATION.exec(repositoryFile(overlay))?.[1];
    if (arn === undefined) return failed(`${overlay} names no certificate.`, request);
    if (!arn.startsWith(`arn:aws:acm:${environment.region}:${environment.account}:certificate/`)) {
      return failed(`${arn} is not a certificate of this account and region.`, request);
    }
    const described = await orMissing(acm.send(new DescribeCertificateCommand({ CertificateArn: arn })));
    const certificate = described?.Certificate;
    if (!certificate) return failed(`${arn}, which ${overlay} names, does not exist.`, request);
    const { DomainName = '', SubjectAlternativeNames = [], Status } = certificate;
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

/** A wildcard stands for one label (RFC 6125, section 6.4.3). */
function covers(name: string, host: string): boolean {
  const [given, asked] = [name.toLowerCase(), host.toLowerCase()];
  return given === asked || (given.startsWith('*.') && asked.slice(asked.indexOf('.')) === given.slice(1));
}
