import type { AccountFacts } from './account-facts.ts';
import { AccountError } from './answers.ts';

/**
 * ACM's `DescribeCertificate`: the content of the answer.
 *
 * @throws {AccountError}
 */
export function askAcm(action: string, body: Buffer, { certificates }: AccountFacts): object {
  if (action !== 'DescribeCertificate') {
    throw new AccountError(400, 'UnknownOperationException', `The sandbox's ACM does not know ${action}.`);
  }
  const { CertificateArn = '' } = JSON.parse(body.toString('utf8')) as { CertificateArn?: string };
  const Certificate = certificates.find((each) => each.CertificateArn === CertificateArn);
  if (!Certificate) {
    throw new AccountError(400, 'ResourceNotFoundException', `Could not find certificate ${CertificateArn}.`);
  }
  return { Certificate };
}
